export default `slipform-plant fit 2 captions 12692 pictures 2537 least 2 hashes 62518 words 1818
2:5jj6 2447 6mv2 2gbi 9ary cp 1fo5 31se 4wm9 1ok6 b0q 1tn4 2cff 41xk tci qfq fcv6 20pp 4ijq 14mo 3sz6 1s73 pku 2c5u 87co bc39 64k8 2gae bfz 2fxh 3104 cl6y 5ztl 4itu 1xa7 368g 46hb 1usq 1k5n 60ek 2x62 1m2z 8n2o 3dfn 5b6w ev7 1fqa 13d0 mdb 13nc 3t58 5rfb 1hl9 3xxl 2esg 1x1i cwb7 ktm ps9 3kkj 2n09 8l5i 5zgu 4zbu 2kyd 1yki 1ckp 1qvc 1kdf 3buy 2kjv 3og 1t tp2 4l3k 1jph 11wj v8m 3td2 jlh 57d4 1nck 5wr5 nqg 2dzz 5ue8 2pxf 9bix s58 46g8 4s60 70f4 ild 16zd 2pm1 7isv 5zoo 2pu4 ev1 40bv 6d4n 50uh 8mwg 3xn2 3aaw 2qfd 18u6 s01 47ir 4ugm 2rvs 590m f4t yb1 2zm7 41pl 7se5 mrj u12 4cil 1bwr 16hl hbq 1jwp 45y3 5znh 1tm9 bjri 7p1y aux 1ioo b0t 2wb cgtd 35kg 2de7 4wr6 3rda 7b6u 3u8z 1bf4 an8j ukw 7lt5 lsw voo 2egh ro1 26d7 551j 8xsn trj w70 6zph 965u 7zl 10rh 2vlv 5c0j 3kk 4u4y 3rtz tl2 3c0w 1fp8 1jnf 8ela 1jtg 140j 1i9l 3r3z 8z6h 2n3a gfqw 1tb2 dakk fiu 6xww 66fb c2pq 1w30 6zm 75yh 3ard 43ns 12r4 4iid el9 jqw3 iwt b8uj n3l 3b3s 151h 2k9j 2ze7 7zls 4hzr bluz 8s04 2o2e r97 1n2o 2jx uoy 18xq jnx 78kh ioo 6ss6 3ivd kuz lzw ukd 1j7s s7r 2d4 668q wem b8ae 3r9d 2nwd 3f92 1frq 350 12ld g8f 2rn2 ahd5 53nj a60j 3zmk 8hv1 7q6 5gr5 2th9 4i5h 1pip 29z8 2jsc elt dd3t 2ysj 2ids 4fmq 1jie 40qq 77so sb9 5tu8 3fad blib 2wvk bfo2 1zqj 7o4 298h 32vb 3en7 40bp 219y 3col 5thf 27t6 2387 rnh 17vg 2imk pgu 647v b8ys t7t 5m 101c 5ic9 129u 1fhz dx5 3qfs 1qhj img 5fgk 16mm jlt 6oaa 3zcy ied 1n8f 2ivx 18dt 4ohw 7b1h e5tj 598y e6j 5seh 7z7r 2oda 16nv 17bg 210k te7 6wam 39u0 4etl ejg 1bzm 2642 txs 1zl8 3cer 7q5y 1gs5 m05 861z 35tg 1p54 12u 461 1dcx 25z1 33w2 2ibt cp0 c2p 33ex 12da 49oj jom 59ub exxn 16w4 1bng hx6 eprf 1btg 5db 3fxw 17s6 8opv 41qa 20w7 3n7r 5hte 5g88 4g40 3txe 39n4 62gl 2kxr 5g1r 1fg3 2d2t 3ph7 20ch 3k3s 4m2x 1rw7 1ar9 dpvl 6y8h 11se 41nt 3ik7 4vl8 isz m8 20nz au 3xy5 38l5 1ap1 1iaa 16j 2od8 1bs5 1gy2 7rtc 2k18 89n3 dsqx 2uns 8zr3 1rp1 2zdm lmmu kph 8bi 3dbl 13mf ajy 8fz 199x 467 3hc6 6awe 1kzl 529r 9q3 4vwi 29i3 1vlr 1khi 3ilg bx7c i0w 2v3w 396n 2uwk czz 8xzm 1t9e sj4 jhj 3vpu 1502 168f 3t7w zvh 1c06 qsl 7amp 4dc3 tqx bmp 3fzu 1ifh 8cj5 5wfs 581r 471c 54ch 2zu3 qi5 19al 6kz7 2gej 13ni 334a 1pji 3yhi 7xw 10m3 47oa 2zc5 otw 15ez 4fqu 2eyz 3gum e2q 3zcd 8c6t 40bo c9n 1urj 2yke kwd 1km3 608r 10dz 6o3r 4uaz 2ck2 owi 2fky 1p05 mk 7xd7 2q4p 1g5e dh6 mi6 3fmu 2j2g 23st 1axc gkba fsy 2f6z 939y 9muf 66z ewxm 2b7r rua z8f 32ft 271p 41fp 56kd 3d08 4vj2 zm7 2epn 1kbo 211f 4h 2270 5ex2
2:1cx018 1wjb pi6 13vu 5nqq 440j jm6 bpgd 1obh 2l4 394x 3bx0 8irn 86wl 16ie 2358 413a 2dxp 17f4 vvy 612l 83np vp p8 2mel zw6 1pq8 40ct 17ra 2s0k 2wg1 1tag 4y6t 5217 3i4j f8ea d4r5 4ulc 2osb 2hni 4nq 383t 10qu 996 2xga 3xog a9c 2vo1 a74 ce4 u6m 3px4 1ic1 7ql 9kej 2eys 885j lg6t 1lpx 12md 180h ziy 6ei9 2kva 3g94 44os 17jc 1cgm fpu9 588d 4gqb nd0 41ua 4yrc 6ab 1cxi 7w71 5ei 2efc 32i8 11g0 2sga 86ij d0b 1pvp 16vz 11fh oev 4dtx uuh 8xz8 2s46 5xcy 2i5g 11v8 26d 37sj 2dvx 10qb 6qv 2anx ryg jfns 79u3 tg2 1jjn 3tcq 3dp4 2zyt 1zvf 1joi xxw 9ru 1ixp 9a0h 2mq 1z6k 7gz8 fc2f 13zb 3f9i 1ce2 1omq 5gux 83d7 1uk6 e6zu 70xu 6fvd 3uqc 793x 1ry7 54ey 102v 3ytw 2x13 2t8h oyw d7sm 135c 4huh 18j1 fho1 4xsa 98y 78j6 4gkj 17mz 2f9y 3cql 4s6q 1t1t 77gc 54s 44ym 343s lsm 2fc3 tsf 64s 3196 16xm dmvt 24r8 3sx5 2o1b 7kv7 7lr 4rhd 2ams 4699 bx1 30he 86wk 1frw 1erk 22n0 5ei6 7vt0 5fca ban q7b bakn 8oni 2q6a 3bod 26qd 1lru 3sac 2pil 12o8 1x4w 8cop 1q38 4gjh 2m2w 5il 18rw 1ujd 5vf9 4fvm 3hmz 2jzf fta xp7 lmm 1grr 2cvb 4jva rjh 2w6a 2lf 2chc 3bfp 93su 2az3 6os8 1942 g8g v67 aviu 3bnh o63 a5r 2f74 1kxw 53bs dx2 h0s 2f6m 1brx fk9n 19fh 7f1 2scv 1gwu 2i4x 4hqa 6x6t 1ppn 6d4e 2etb vbc 472y dp3d 77sh l2a 7zm r6c 3wa8 pwn 19nc 4v1b 1ov8 m2r 2ovo 7lao 28fj 62f zcd 1w7g 5fi2 2v3s g7m aqge 2yzw 2gyo 36xu 2181 276y 6mn aupa 13n2 h1i 7es 1hsw v4y 7u7 5ndh 19ye 5lxl ur 5g0g 4r7 2xm5 3c0q 1yiq 1r2a q4f 13j5 8apl k01x 8om2 w0b 18k4 6sma 5afs dp6 90dx 5tck 3yyw 79c qk4 3l0t 9i19 1at5 9o79 40ir 380u bx3z 6aae 23st 3r63 3yfo 35bw 12my 7rid 7mp0 26ek 3ak6 2scf 1lt1 2h7a 38f g3y9 3mj 1uof sn7 5w2i 3gq7 1kis 1njl dpk lxq 7c40 1b6i 7xzz 7jdl vcr 6vew 4pe 2956 369a 1tra 8bj 1sds 55k2 1b3j 13uf 2a62 2os5 4ix6 5zhm 3cpo 3jfd 2hnx 8eu 2lmr u05 43m8 cxaq 28pj 7kxv 2yzd 8hx 1bw 37gs 5x6k 4zwj n2y 5zm6 2grh xlf 3hmg ggu 2au7 1vrs 2yep 30n6 37u9 3m54 5mra 6qcq alf1 170j 9ju 17n7 12l8 3ath 2knt 2e86 6wb 4lh9 3xxi bkfg 946 1ytd 2yuh nf3 6218 vy7 63x7 1gby gz7 6w2 70ze 1pxv 2zps 4w8a 2f0e 2u7 efm 1os8 1gnd fwaz 67jn 3lsa 2hfi 22pt 7t2z 4syz 2726 13gk 8fij dc29 636w 9vfp 28uk 38kq 22cl 9ngh 1qts 18yy 3x4o 2dr du2 35y0 8w9y d89 10qf 473g 2623 2a9q 2l7x 3nz6 7p5 2ytp 1dnk 663v 20cj dra 1b4v p9 3zcg bem hu4 1zda 34ia 2s9p 1qxu 1u0m 5vq0 51jm 1dt4 wen 5nfc 8hno bi9v 1lg9 nj6 e1l im03 1l4e 3thc 3mnw 3tzk 9p57 1k48 4knf 16vg 98fc 2veo 24eq 4vn6 7d6a 4d2j 3p0i 7hbx 3xzx 3ghf 1nvs 2pf0 348q a25m 1y3g hue 5zh 48t 1uw9 6s0b
2:2q689b 1k94 5oyt 6bco 3k 9ky0 3t0y qf 5edd 52qp 20o6 3h2g wf0 4uvs 37v1 14nx 6ds2 wk2 5vn5 87oe 1izj 3mm9 6lg2 2rdz a5ke 136y 3sfy 31n5 13o5 axb 3nrt w5w 2wdm ba35 4d4 2ixi ot8 f0bz 2ex6 3ni6 41jl 6pi5 1dwz t30 2tx8 5whv 15yg 5pfn 6v0c 274v 31fp 1h7y 245z 4e3g 90t jp6 89xd hd7 2160 2mll cr6 1v5q 1s0x 1r8m 6039 14px 67e 13eg 25uw 4z2b 4134 404c 2ymg 5tku 10t3 bhwp 226a 71r5 14sq 2wzv m3s 2629 202e 5hgq lqm 2kt3 16p0 3ekf 3poh 4yql 2txs 1a4l 44ty 3az1 1bx0 8k5 73l 7gw5 u4n 297u a0d9 b7ap a0v 1645 1r4w 1okl 4k4o 4qh1 ta4 8jl5 jwd 1w39 t9r 35bu 34ob 5yp 28u4 510p 4aqj 27hy 17iz 1qz0 4ns0 l8p 22ve cmu1 dcph 6stj kcd 4sng ycm 5gtc 11pm 2ovl oqs 1dk2 1ffj 1sd9 21xl 2uw7 2okg 6mva 36nz 9hgz 43k2 1g5 y4s dfm0 4ar dhw 5z0l 29es w9g 185w ei1o 199m 3zem 1api 3ejj b0r1 1rb4 6h4c 1du 5pfx 2aln 19rt 1oo1 3jje 2u2s q5o 1jmu 4jv 4xj 2ggy 2acw 2wx8 5mhq 4rpv 7cm7 83a1 cyf6 1vhb xlv hqj 4gfd 4n1n aa6w 1pve 1pgg h6x 1p6e 1u84 19tl 2pju p6h 2no6 1tj aq dief 114y 2vjs 6xr3 xrj 3qe3 20d7 jsh kovj 18lt 18sh 278i 1yzd cdy 2cfy 2710 2a0s 2vgf 1d0p 450t 4vr 18x6 3syj 5f2 379u 1miq 1zt 2dzh 40hk 2wl5 4qvk 5pwc 3vvi 44lm ta 5ut8 7gbt etc wpbt 2r6u 39fe 2gz0 bdt 1rtv op8 2k70 7kdw 8c84 1dbh 33ye 2772 tl5 zyx 6c1f 5nsr 3c0l 9g5a nml opx 11h0 3bca 19wr 1haa 3d6q 7gvu 4r5 3pjn 16ha 1cow bw9 h3 6nc 3zej 1d1d 3fcd 36il rhk 67a 3qwh 3mkh ano0 2da 9rw3 2kgw 102t 3lkd 1ldo dq8l 1i4s 2yim 2djp 5f2r 6j0a l3t 1xam 2zbq 1278 c2k 30h2 flsm 1vve 41mn dayc 5aq 3hc8 1bzv 311h osq 2igd 1lrt 230e 2okp o37 3ysg 3w87 cn3k 4123 6sc 76tc qwhz b3s ln6 3d0c 43c4 4st mi6 4qf7 osh 2o5s 1tqh 1tyy 3d5a 1vkm 32tw b8sg 15t6 4uul 1h18 z44 1i85 wr1 3hr3 1ei 7rf6 2hd7 52hl 4671 13xp 6xy4 lnq 3u5t 8x9r 2k9p dht 6hb4 q2w uzm 310s 3gq 674 u4j 1af 2ch2 j5t 1ngq 28rv 4zyl 11g3 1861 6qgd blt 5i3g 51wb 5net u57 wtc 1jgk 20rx 6hv1 3ngs 2oqj 29s 5h59 a2z 2nf9 49cy 2v46 dobb 2grs 24ad cme 2my7 ip4 oru 7eb2 637j 732c 5uv 48nn cd04 1hqc 7y8b 9zqx 5d3p 4shi 3v0o 1m7d 31os iul 1stw 6xdq 1rsz 2d0l 2buy 8wfd 3mfe 87g2 8bn noc 59fl 1kvc 2hy b1fl d8a 25x6 2o17 yvl 1mmk 173z 5qos 2iba 19an 5dox 4u7y 7x32 1c78 1l5u gg8 7i7d u5x 14kv 2el0 3f74 fx6 1yvm 1d9t 39w0 aq9 6o6u 1fbv 97o 7j80 cj0 a80q 67fr 2cn0 3yp ram lc 5k 5ii0 5rl byvu x0f 67bp 5g3q 3hlw 1gps 6f58 xsf 67qa 7nh2 cemb 57vh 2wx5 4ix3 5bat pdb 6ufq 23wq ku8 5hub p07 4czb 1rdl f81 hpz 2h2r km3 nx3 2xy7 syk 1fn 2ufz 22rn i0k1 5sx8 7jim 5iac uhx 11w4 1nn5
2:41s65p 2de 2bkh 6fxp p3a 1ahx 6zbw kse y0 13we pio s7o 371p 1lfw qjl 64f 9aoo 9kf 2t4s 1xg6 32z 8m57 t70 191p cwog 5qcp 57w0 mld 1osz 490l q1l 4yv6 3jvj 1vef dfoy xr0 fzl 2esr 1w60 16qa 8g0 5kug 1ilm f3k 3bpg 18la 3ns9 98zw hc8 294s 7cf b1ob 34vm 1qwz 7m9d m8x dus3 pag 5jh5 1p6l 2gc 2034 xxw lmf 1vza rhh 1ftf c5gt 289h 3r11 ko2 2p07 1w2l e6 2y29 70gp 2zt3 go 4moa 7oh5 26be 1x3k 8e9k msj 1tpu 6dhy 5t2h 510p 387m 2600 6c7 ych ay7 43m8 4lq 3mlc 2dqe 1ysg 1kg8 1tqd 3abf 4zy6 1aey 26mz hd9 dckc 485d bw8y 532o 95jx 7mdq 1yvl 4emo 60gx 110p 3iyw 5wf2 7l35 4sf8 721 ad3 irg 4ur9 h0t 3c3c 4loo z06 8tj 2exz 7y2b 7qaa 741p 2vkk j3u9 ehp 1ix7 31t2 2b35 5sh5 1iyq 3llv l5a 6cv9 3xj8 2eax 248f 1izg prl ajn 483s idb 51p9 8ch1 3m00 2ahi 10ez slo b0h 1629 8hl 39ep 1fdh 2sju 8ua2 2o1l 4krk 139o 6em 3zho 3ec 2fre 38tl 2qji 1k3f 203e 3gdz 73sb 10zx 23kk 8jru b9tp 1f1c z6t 17ag x47 1r08 2yqp 2i2k 56ir 18ux 3nos 9jl 5xom 2a0e 6zh4 2abz 5qx 1eyk 13w8 v3l 4eg ge9w o40 2ho2 1xb 1mjg 42l8 48x5 19fn 2owo 3rme 2r6c 2a9t 25kq 1qmt 1j09 5s1t enpu j5t p4e 1dfe qkg 15lb 93w5 35m2 2wa2 102c ff9i 5uat 3a6 51fw pot 3pv8 8u5d 2w56 5d1 8ez5 2hvf 14kq 27cl 22l6 26tq 2dgz 70p 7u8b bkl 4t60 uq4 1a1f 1fnb 29j 7q7p vt8 5vf 1wxh 62f9 cq6i 35c9 cdc 3c5j 1ijg 13mv w64 11wh 2epd udo 9x9z 1uvk 1yxk n2s 1tpy 4zl 3ei 7tlb 1e33 9zud r21 4xr6 2wix 3zl y1 l3e 2v4l 1ld4 4x41 2z3o 1ywi 6frv ko6 4nfw 1eej 1mpw v3y 9n6 cx1 4o8h 8jl j0le 44e3 7u9j 3vlo 98zn ea3 1opf 1dkb 3wup 46ul 1qa9 z81 2wfx 19pd 6usx 26h6 otz 4rkn 3256 2q1k kzb 3tdf 6or4 1ghi oxi yqf 13jg oy8 2rgx 32ff 1wn2 2nvn 16kh 3kjn 31t6 4zr8 4mks 3ued 1hj5 12y6 1021 4fp4 fa9c cch 3zta 5wcw buc6 29m9 1m8t 1cn9 b32h 5wjp 1abj xq 60zz 2oz3 6z4 5c0g 5bha b0y2 1g03 6zae 1cz4 1dxr icu 42jj hnu ag3 3bjr 6fxi ofx cm9n 4832 3amg 2n82 8v1 2or7 5erl 1fh5 1ssu 5r7z 52fx eac 6d9 50of s89 1hub 3f1x 27x 8p6m w5j 2ut5 8hx qxo 4zjy 7lrv 6fmy 20op 6t7c 9ves dfj 1kdn jc2 3938 25d3 2s59 1579 1b39 pgs 7tg1 2xhb 2km0 5i8 30b9 1zeh 1s4a 660r pu5 8ha7 1c9n 1qna 1s6e cvwu 2pva axbb 2wia 56ry 8k05 2cro 5x7b 6ym aqy 1rgv 1fbo 4vb 2y8o 1yf2 1hpw 2c62 uk1 3niz 2ifr 15pq 3zzq 153m hio 52s3 aw4 14gl 12th 6t3k 422g 22ju nid dcli v4 1d9z m1y 1cq7 57az 2x5b 6kxp nr37 4ywu w67 d3i4 i02 4pbw 2agg 1dkr 1brp 1roa 2a3t fr4 43or 8ued 1h2b 6pb7 1vgo 298v 5hlc 79hu 23bq vf7 ia0 17rc 1c9f lz9 4ztw 213r ah31 vl1 333t nq2 i29y lvw ry9 5wek ec6 fqh9 72cz 1m01 32m2
2:5bzjrs 46tu 2g7d 40cz 4isu 3tlv 1qbm td0 26c 2843 2inm c45 23cp 9x9j gb1c 1ih5 cexx 2m7v dtqs 6g06 85h9 1k0g tll 17sf 16i9 9xf5 cxix 8po 67i8 8fh 6uz8 euj4 39x0 8l4m l9i 4aye 1p16 ukc 2dcc 34ig 2b1k 3iq4 ra0 2gbd 3isk h8h 91l 2kg5 2at8 17sd lhs 3ab4 9bpu 37zn 5z1s 2yj6 5uhi s59 66a0 3jsj 6pwh 1vdg 4416 3urx eomw 6ws2 c7o 24jn 1ntl 5za ocj 3ajh 4il0 d61 2fof 68ts 2o85 28p3 3ivx a4pt kit 25um 1b17 2m9p 3mwl 2sg0 zyk 2gqg zbs 1jx7 6zk 71gf d95e nd0 w4k klu 3hp7 1098 62kr 1ft5 h875 437z d2z 9998 7718 2jeh 33w3 326m 1ut0 1xw6 1k4w 2cw8 2v65 484x 2kyi 6jsx wyu 2rmm 21ny bfi 3ial 4m9i pke 16g9 2ye3 152r 39de 9ia 9ehh 5n2f 4oai 8v8f skl 1lm9 s4z 12k9 2c2t 3fi4 27s9 2nym 2mop e6k o48 1xr0 2pgr 1646 1szv 8nf4 2iom 1swy 3ucj 470i if93 2flt 4eju 3x7g gy9 4pnq 1pli 3mq xc 2vhn 1g02 3m2i 5fw 38oj 1vtv 4ld0 3472 jfc 2413 9fuj 8fv9 ci66 4vwg 7wow 4pk 8cw6 mtuu 7nq2 22rk rxl f4x nc7 1aaj 21vc 51cb 5m1d doh evop 4cb4 8xvn ndk 2d9d 1c4d cgb 1hii 4umw 3veb 32b4 3h8n 16w4 1be8 80a0 6n7f 1ci9 2vtf 43ac 1nqv 1vxf 11c9 1z7 22f0 478u 5v30 awu 2w65 15a2 9vx 9mr 10y qzn 4t5o 7ok 2pmb 8ep 4mwr 2qk8 4poy 1zlo 1tbj 10vk 28ku 12h 7b1w 1eoo 213z 5lxx 2l9w 2uhn 3obd ort lx8 6np7 2j0j 3udh 2hg9 2woi 82il 24v8 1oql 8a4 2prh 4wpg 4p9k 38rv 1te8 c44u 1lxi 4e7e 3cgf 4qp5 556 2fag 5qo2 3907 d3ar 26lw 176l wz6 2de3 3sgw 5q3 18wl 3uc0 3grj 3o5 jhp 5ml 1loe 1n9o 4lqu egss 7rf 5cyz 4gw 3jgs 1qh1 93f 1g3f alc3 l5f 1owr 2oik 4dfa 31hx 4cbj 1g5k 8k32 98r0 7044 1ic4 289o 5uj kc8 15vf 1l3p 301t 4us9 1bub 100i 59e3 14x5 14ie 12vg 555c 1fho 14uh 7926 93ns cmau k1j 4p6j 2o4j 6uk9 2n4n 1dql 3440 2jx qkj 77v1 5zso 1n34 4b6b 134f 5f6a ae2x noy 1645 177s 3p30 12wq 86gq 1iu7 3gg1 3n6k 6fof 7bf9 3lgt 771 55y8 9ejz ax53 8hre 60nt 2rl7 n40 1nbo 36ko 3l1a wrn 3wb 1amv 4l1u 1fef mi2 388n x2m zgu ttg djlt 1w43 b3r 7mak bry 709i rj5 3bhc 1l11 k34 4ct 4dw0 38s9 1wo1 9ok 2dhu 5j9k 41y0 2555 ol0 qgo 1a1i 1iks 1hgf 47qe 22re 39h2 587l 3782 ebe ja9l 4bs6 9ctz 193p 345m a6zk ad02 6mof 3n88 1azk 29tl 165s 330e rah v9l 529h q5z bpfv 1cuy 4uf3 28z xf2 3bpx 5rp6 4irf 7wzq 68r5 8nv 1q1b 10zj 31mq 7gug 4dx4 30zo 6xdj 771u 1rmd 2r2h 1umw 8sfx 4d22 8kw m6k 2iq8 366t 8jz1 5j3q 1px3 wtx ched 70nq 3kyt 1p7t 1yk5 13n uxp 379o 9opd ms8 x9v rvp 2us2 42a cppa 8pok lu4 46k7 fvh 1gyi 1auk 2t8c 6u24 1hwn 8tzg 290q 1kj7 167a vbo 5snk 26ge tsj 40x4 dbs 9qbh 584z 30te 1occ 6ypl 6giz 6w1s 2vof 1u68 9r93 2ysz 2sdn 285m 1573 5wa9 2q22 ai5
2:6p9mjc 8yhu wj7 9rv9 1s6x 95fu 2j5q 4lm0 36ir unh 88s9 tj1 1wpe rrd 9er ebz 7z3e 7936 1nlh 2w2r 1nn1 13dz 4cdu 1e2l 1cyt aaf 3464 2os2 2nmh 19p2 149v 57d 2zw9 1yu5 6vq jd6 zn9 ck3j fkzo 6uy9 1sbr m4 4401 89sh 5e0p 7zc6 7m7t 23ef 1cij 2xzt iao 1wnz lp7 1c13 j3s 2mug vqr di5 1j9r 2otz 5phd 3nc0 3a2q j0h sxk 50yk 8id9 4nmg 1eti 6lv bujl 4zh 8q0 1rvb o5a 2h67 sq1 3q9f 2zeg 1mys t5y 4lqs 4i1b 75f 3tmd waz 2xj1 80i5 3997 59xw 2gxs 1pso 82vc mzl 1ll 5td gej7 28oy 29da 4gwu 7ikb 1wy5 cbfs 3jcl 9lut 5r2i o7v 98k3 f7r 8uj 1rsz 1b2o 3y0n 1gkj 8l8 957 2ckf 66lv 7htd 4r2 2can e5z w44 aotu 3vwk 69a 4m4n 2jfz 6cep 1u0n 2pmg 6u0s 3crj 18qe 8ip 4v94 4si3 7r5h 2xex 1m1c obi 1grm 235o g9o 13ib 34sc 2h4h 6ccs 3run 25wr 3e7o 1taz 1vi2 4tnc 3vdi 7go6 3wqp 1vzj 2nvc 1x1p 8269 mpu 1iul 7q93 qj3 4zml eru 4y8 8s1 15w1 7hmf i2z 6ajl 39t7 30g4 9jkm w1q goh 2451 4job w65 5rwu 1f86 2ebl 2cw3 b7i8 101n 2azl 1cvv 3qol 8ji 3oq8 11ux 7ke2 2ra 1kve 2hdg 2q7d 1mx2 onc 1w9p 3iol 2zqd 4g5z 3ll5 1ecd 5mib 1azg 7xhj d62r 26ef 5o0t 1z4u fuk 4la6 5gke w6i 1d4h 4ht8 3acq bkl1 8kje 3kv2 2u39 3khn 2aei kpb 31mr 21lc 2cpw ga7 3dw4 27h qog 13cu ypq 4g1 yei 1ano 7bho 556p 17a2 62bc 68eq dip6 160a 60n1 64v5 a2na 3eqn 875f 4d3n 1no fwx cdbc h0b 492a 4i4u 5hdp 2vsl 2vx6 5qk5 1ud5 6l75 4i60 886p 5am6 1qo1 bowv 5o1z 7eq 69hw 3g8v 24l2 sp4 4x08 7n7d l41 9f4 48rk 8p3l 147n 5ic8 2d46 1y4q bgaw 3i7f 32a8 o5a 49dx dff 1kr6 5t9 1kah 81t el8 7yde 45yw dq9 51lj 116j 6hj1 2skw 1nyh 49t 1rtj 1589 1obf abcd 5iv5 l1i zy3 2e1a 3r5t tn5 76d1 44u6 2w7b yka 1pbb 5z8n 2hkg 6tw 5d3 3wzi c005 3wwa 87s9 irk lxu 1fth 17jv 32ct 3hf8 7pv 1dzc oo4 1hci 3et 19l2 1alr 1bdi 2xi6 o7b iat 43n5 3i6l b7r1 324s 1i83 3dc1 597m 70e8 njn 16qi 1kmz 2tj1 7kv 3grl 1efj 4q6 1xas afg 6r8v kj8 oms 233f 34i1 275d 58js 2btx 3wso ync 1lp8 2ydi 224m 8nw 2u8w 8ykp 8ih6 59za wf1 2ywg hg3m 6i4a 1qvh 1e49 9uj 34jp ct87 8fzs epk 1bt4 9hk5 2m0s 4kgd 1jbv obw 1k6o 6deo 9fk 2dpu 70ck 2gcc 1fcq icc 1vq3 ltf 1h1s 2kxz 7zfr 2xf6 h9u dzq 23h2 5oqi fv5 20si 7llm clos gr1 13j9 10n2 176l 7211 3xld 1wzw 3nib 44ez 23xr c18 8ie6 nv 8ck 3t92 414s 1k7f 2m1x 1yxa 4rhk b8p7 25x0 5er9 5yub stv 4z2 ceb lh8 6q9w 3pxz 4j90 4uso egq 29ev k5i 197d 5e1v 14s2 53mn 94y 42ke 3vpz 10z5 1oga 1ara 9xoo jd89 39qi b1aa 6irg 49hl 2vdq 3f1r e95s 1g8m q1r q1r x6v 1f97 9upn 5eyx ot0 vno 29f1 d2i dzw 921e 238q ng7 zq j7y 3ivy orw 57k4 a975 4z2 107j qj9 2u53 vbt
2:7zucxz b1k7 2gb2 a34 plo 1v8f 6j1r 5duh 4a 1k6f 429n 3f92 vx5 3dsi 3fek 5tjx apdz 60px 55o7 v3h 2tc3 14wf 7sph vcu 64x8 1ctt 3b6o 13cn 72hc 1r1u emdc 5m91 2e4c 8ut1 d22 5323 wjp 7290 7nc is2 25kz gcd0 767x 1g9r 2wuj pdx culk i2 tad 30s4 1bw6 1cs3 2if2 70ls 4p2k 15io 5p5 20lk 2ghl 1rzy 2a7l 2wtq 7otr 11up 2m0i fbi 12w1 v6i 2h32 1ndb bsa 6wsa 5pw3 5at7 1nsv 20pl 50dv dli di5 5nr7 5jze 8sbr 2x9c cji5 d8r3 tm9 3zxj 40sp j3o u8s czw 2dni 49mv c3hu 274k 2e6 43i bj1u 399y 3yzx 3aak mbr 8po8 2y9h 27xj ryf 7lxd 4bcd 72cn aee 2ijv 1vp6 1305 18pt 1jtz k4x 6yj 3xib 51vs 2idu 5qfv 7p06 553i 5n1k 15xz 33pe 3wg5 42x 1dbw af1a gp5 96g1 dn5 3isl esi 54qs u6c nbu 1btv ofp 34hi 69fg 6cli 3fxd myk 20nb 5ae4 8tzj g61c lo5 nam 4hky 3wg5 hq2 vaq 1fvi 2bw7 njo 80q1 yb6 1lne kb7 56x0 3cnf 3855 1zlh 2k2x 76ri 2b3v 15ae 5ejr fa1 lgb 5nru 11yl 4pv1 5e40 42d4 7x1z 8yt 9iz 16em 194f 1fru 3s3t 258n 1vty 146u 7o48 2byn jkt 7wm 1vcq 1a75 4pxg 86lf 437w 3hh8 3r3g 2ua6 j4fe 82k 4ufu 104a 56cf 377v 31jm a97l 1p5y jphd 1ipl 4h6j e8p 1ofe 2kiz 1v71 3iz2 2876 2ddo 2kod 5ce4 6bol 3ab 8xho 7wni 8d7i cbi4 1jik 54w e1e 24pw 25qn 2tmx 43ey 2y0y 4xct 1x2k 23qy 54yi asb2 3mko 24j9 10w7 18b4 t9i rxl 5px 1k65 36cg 6fji 45we m10 9ys8 bbap d76 4ci4 7mou 4ndy 27ok w6 19mi 2yn2 168r yxw b1b 3sv6 2z2f d68 lvb 3l4p 1kgo ekb g4a 6egt t44 4t9o m2f 3ag 22ra 6umx 5kdc 1tdm 12ub csk 4vgw 53vt 42au 1jlw 660i 4qjg 25fc l7x 4kud czy 7nef 3qfp csuy 8691 4tsy fik t7q 4f82 11b3 5fmb 61a 31sw 70ex 8mk0 1wom 6xqn 6ds ame5 lk1 fb2h 3c7b 22k2 hua 67m q3l 5v4e 1bfc 1o79 2n1y 3tnw 7c2 9r0n ioa9 2u9l 3veg 9l0 871a dbu 2iw1 3fja 1lcg 4v7s 1w3a 18lt 2nr2 bd9 23h 17k 2ouh 1qso gpx z7f k3s 9j26 4q3n v0d2 2hyr c9px 5fd1 7v3x et4h 74qz 5hzg 1jmr eoh3 xbu 28o5 q2x 1pja 5f7z 1jrw 1eol lz8 919t 56wn 8u5 2t9x 1mh5 rwqe qm 6c6 16oy 5wkn 5843 85s 6r2 oc0 7e3i 3ehs 3tb3 5s 554l 5m6r qto ox4 2jkg 4v18 8uc 5ayr 3fhw 4i0n 1q7r 5vra ok9 7p5r 7hvm 3yc4 20oc 3wpr 5k4u 91vx fy8f 2pk q06 18xp 11n4 18ib 3d5w kyw 3zsm 4k0n 4mn 2ugo 39zz 1nmp 869c 8y8n 2l5n 2lhw 3csn 2qrs 7f6 5k3a 3a3y 1g6x 8qhs 1vw1 8sk7 8ydu 535x b4e4 bhn md1 4jln 2e7n 6mqb re3 3dns ero0 19zh 1jtw rsc 54ya ns8 nn 3c75 1ube 216n b3qu 3fal 2vpe cg45 1wpl 3qte c38z 83l4 jo2 4dmp 9o5 3vur 3f60 acv 1z36 1q22 1l04 4knw 5cy8 149y nso 2kxq 6cmi 26u8 4or2 547a 3rb0 1fxe 2w65 xt1 1lu4 3alo 1h0o dwd 2qpo lk3 75z 59xo 9eo 2a2h 1bkv 2fls 3c8s 3fqe 1go 6tiq 82c 2gpf
2:9ez3hv 2350 9iwm 1kv8 5auq 74n2 orf 2kmm 5tkd 11ib 5jvv 1kt 4oq3 96f6 7hgy 1a7z 306q y6e oxc 385b cmx 10n1 a8b9 3tse 69uv 1qwy ild 26jn 2b2y by7 8p2b a1j8 gue bhn qtm 4wwz lvd 90x 5597 ddo j5k 1evx 2lr2 3cdk lup 5b9v 1ufg 1ji 7wi0 7kxd 2rx 2q95 20ag 3m69 36mc 1xfj 1edd 1bzf 3610 10g9 19dn fi1s z69 6blf 1ldc 1ttz zue 661c 19du 8mbs e7z 3iwj qa0 vwk 34l9 5ewq hq0 2v4p 3z24 2mmq 1mwr 97fu 20p8 3hk8 bsu 174p 7d24 11fr 8oxf n9 64tk 15xw 1k97 3rmk 8z 52n6 3zri 2teg 1lq2 dzj 8iek 211y 2nkh 2mg 6gzs 279d 16bn 3bt0 s6t 1dph 476y 2ld4 23uw 28bt 316s 4w07 5jj 58gm ar79 23pp 1fpd 24l6 1g27 2a6r 4zjd 2x3c 1o2x 2wxn cjo 22rr 1vl9 1x6x bq6 4id1 1uyv jnvi 1by 3vjo 2n0u 52cn 2apu 1rl1 4mw9 602b 33ph 327v 3si 60vm ged4 2wja nzp 7i7f 2rqf lnb 1gor fgz1 2pzq 2m50 buen 1b7p 5j0 1q9u 244x 2l28 410o 1zqg esb 7k4s 52vb 4dti j4i 2abf 82jm ycu 7fq c7ps c4cy 4l9 3b3l pd1 49w6 15c2 wli 1co9 7t76 nrr a95b 27jf 4pa2 1c5s 3j1q nvu fwp 4ckp 2oru o5x 1or4 g0v 1yjo 7cp 3nhc 46 f3f 6wxa uqa 1frb 4kym 1okc txm 168a 6t0j 1msu 3471 17et 19fc 1td6 y8n 1lwr 1pte 2hf5 4cqk 217b 29vk 4pqi 4fml 6vpg 25pm 2zfd 3ce1 lze 1tt1 np5 24q3 mg9 2np8 3her 1faa 5i22 2dbm 4mdv 5i56 21z5 1rvk mdk 4n6z besm 1z5 nui 3tqa 1est 20c4 43a 41l6 13v2 19pc 68jd 6asr 2twx 1936 429c eas ybq 2q9z 8862 axm6 9rv 240t 49rv 146j 3t1k 5jm9 yy3 cx2y 2bqn 1v4n 2su7 4ev1 7u6l 1ine 18gj 18rg 3mr7 86u9 3ipr 50nr 1bqn 4xir 2508 4vvx 5q5d 3qo l0i 7x7h 2jlx 89nl 3fiz 1ali 2w7a 40t8 3ogd 19kg 256g 562s fir 3i9z 3zp6 4yq 2ht4 4wmy ap7o 5fq7 7cgq 1hx6 f53m 52in 38xf 7l8y d92a 2jca 6ip5 6akx 50cp 8lip 9aef 242u 1fly 8xdu 4f6w 1bs1 4xd 50r8 2awo 3i8z 44zh 134i 2xk3 5yff 12ho 4xi2 10o5 4nmw er4 2qqn 264a 3lsl 29y8 136u 218c 1a5u u0b zoz 5fcd 1fw9 22mc 2ixz 3c4i 18dv 1uij 5ukc 4bsv mbj bdh 428u 1le8 32p 17qn jqw 2bnk 1783 2tm1 hd85 22wk 1c8y biux 20ta 5ax 3v7c 4gjh 2qz7 34gg 3tbe 1064 88bh tv 37sh 4wuz 3tpp ske azhy jem zu6 1dhj ogn 5trj bimw ic7 20p2 1zq1 i42 1ati je9 32a4 2x53 12pg 6w0h mwh 40dk 685h afau 34hd 2jlt 1z5r z6d 5lht 2ct5 3707 20yk yj5 2qbc 6zzg 1upr 81jq bne 17om 4zsi 1r0e fah b8j 6eoh 2djb 2pkw 269q 2p94 3863 90oh 36cg 1enb 62zu 16n5 2786 10pe 5fsx 21gn 67vk 4vbw 29wx 4xdx 59l0 4enj 2idn 87jx ciq0 x9w 68c3 13jw 2fdw 9keu 55oz 1qsf 4g8 2pt4 wcp 2ew5 tws 30xa 15n 7xu a2tx 62bs 5r2b 2jam 2wy 1qg2 4p1u 8xwj 2mlt d9ue 4h97 fi5 3ucq 4yxh 3n1 2q9d 14in 1kqw azvq 5hix 507 2tdk 4qh0 mc7 27fb 44zv 1x45 64al blp6 2m1q 40zm 1bin 2q23
2:aq7df1 9qye 742m 1och 17g9 2vnf 1e2a 4ubr 5054 nmw 54hl 24tu kcl 5h7 534j 2b7m 2l7 1wcv nrz 1jp6 ag9 1jt 57s6 8wn 2x61 1gpj 190i p4a 4day 1cu 3ftz 3hrq 4bu 11gq 80r 4xvf 3zr0 1wqp 4uxx 74n hd5 238t 5np3 6wgi 16cr zb5 25vc ge3 2lvb 43aq 34zw 22ih 62kt 3apx bhds 1fp1 l08d 2af2 15s3 7qh2 4i5m 6dp5 1uqm 3g4g 6ts wfj 1n3m 3jsx 3nmt 1xh4 tyl 1cbe 1hbe 5st7 316s 1sxp 1vos 1iht 5rjc vnu 2uo4 61kq 9zs 2n7y 5ao0 jd9 34yv 2lur 5mp5 g9d r7j 2b6i 2mul cwr 3zpb 9xt 3yty c8n 2r9q z04 2n 3zap ty7 68ol 1fto 25mv 3kvi 74r2 7hy 1z6n 2ukx ig6 1y27 3b3w 8c7x n2x 505d 4oy0 4tnr 1kqy e56 2vh 6mzs 6ah5 1zlm vgu 7usq 1p65 1o6b 55dq jqh 1h71 51gm nem 2lby 403s rdt u9 79iw 13q2 2wjq 5m5e ffy 63f 1kkk 1tv5 53d7 2mwn 9a9 15ii 1r7g 3w4m 1asr 52p 18xu 305y 3mo7 w2x 4oie 1mzd 4glz 50k8 2ywk nsl 3cui bos 65vw 6emv 4bzt 8ijp 1pkv agm 3nix 4sbh 16ho 3w3r o7l 9d7 12rv kiu 5vvh e6dy oeb 98l 69gr j55 9oym 2xux kq1 60cb 464g 2tnj 2mdu 1viu gwd 24iw 36rj 5dxc 6m6r 21ql 1drm 2pji 1a5r kw8 3w46 1vus 3enb 2xz7 3q8n afe 1fhj 5xpl 55nw 53ng 2gj1 2b5j ker ugf 9vwv 328q dcr 4ome 1rk0 60gb 46qp 4cjz 48t0 5vqn vjc 4i0i 5tka kqd 2nmj 2t5w 2fdm vjb hux 3r1k 1maq 223o 37c ska 2h9l 3659 1r3l 66nf 3low 6djn 1773 4woq 6e1h ofw 96r 91mo 474l 51g6 1gtm 1ttl 1u1a nla gs 2zr4 ep43 1hpg 23r7 i6g 3c31 8aib 4n1y 5d0m jkp 1kgg 1kv3 2sf 1khm 22gb atip 4mf8 dq9 3d2 m2e 1cd0 7js3 1tcl 20kh 9b5 1wzl 7qy 29xq 283c es73 ifkz k6w 29qd i3o 1opl lc8 2cx1 amtv 8ekh 18fi 30lz 3eqn nbg 7nj7 3t21 28cw 2pkc 49ji 9ew6 7o7e elu 32n2 8rnr rm4 fs7 p1c 2c8 1vw 2agv 2fm7 1dw8 4zdj d6fg 11pd 1lk 4w31 4o7r 2b0s 1klz a6z9 vii 9ja 82vo rdv 1vew 1iw1 d88s 3mlc 5qrn 846r 3dnv 7j4a 1ih2 6tpa tvc uv6 26w 2y3e 4kbs 23c2 hr0 21i4 1lb1 cr0a p3n 2nyv ucx 49ab 1n2p 6fzg 3to mcj 2odc 3hej 1uvz 8ypg n 2eqk 3fkz 1y3l 1iyp 2009 3zud 1s7w 4aee doj 4od5 3zyj 15rx 44d4 2cj3 722u 314m 199r fdk 5uqf 2ib 9c9m 2vw7 3rt0 4ug 5g3r 89eu 1wh6 1ar6 5dgu 1u7q 1gl1 3cro 4apb h1pi wuh 4a24 25wv 1hol 2gu6 5et3 1s2c 18u dk ebo 1zd5 846 2az8 19qo 2695 g7c 2agx 18d1 1zb1 1n1d srk 2viy 2p1 tlf 32gr 2w3r 1fc3 1tor 1bn1 nql 1gdv 2bt0 78ng exp d0d 77ys 1yba rf4 3rjx 47r0 3dlb 14al 16lp 4b67 1cml 229j 3isp 10sj 2k76 5s0l 2306 2xxw 65q3 9m33 g4l5 3ilw eqhb 3wck 7i39 1317 17n3 6u92 27fi 3afm 13ce hbz 377 3mi6 73fw upn 39xi a7c9 m2l6 2nib 6trm 34jy 1zyj 8p0d 1t8s 2092 5f6j 4xez 5gik 2cib 8l9q 7ozo 37ab 4vi 19gr 7q5y 1v7w 39u 78gr 1vd9 1ojq 5jjr l26 nrh
2:bykjqq 1mh1 1jci 17to t47 4f8t 1n5n 6xu7 j71 1s6q m9s 5xvc 8bo5 2azc 5cfn a48h 2vpt 9urs 3c34 ruz 6qj 17l8 56k5 44if 69we cad pmm 438s w01 41rd 24cx c0g 4ve3 1a3a 5cga odk 2yhq 13rb 1mm e8a0 egu9 4d43 2gmx 4mgu 160k j95s 2wh 1cho 1pr8 447o 1i8r 7afg 544t 12b9 xol mop 2gsw 2cd3 2vyv 1k9m 27w5 3fsw 2ifr 2tno 6uc 6noj lmx 3nw5 1b0 ws3 6tyt 418k 13ha q26 9jle tw2 i1qh 5avc 7yd4 dt 6rmt 3567 2m1m jh1 uys 2lxb 2gtp 2rvx 32zx 1n85 z89 1lnm 8j28 3v7q 2f5 459r 10vt 2z0y sc4 2fo 5i59 2tuq 6jru 3y85 1njg bdv 5uyc 25a 39jp 9f97 3o06 3wjv hm9 264d 2vm3 1atk 1twk 3h7m 1mlc 63lw 4drv mx6 1vq4 2hhw 1awh 2u7h zlm 9bd5 bsif 1ugk 30x3 4w83 4nls qyi 356k 4s99 1yq7 25ui 3l27 3tp0 53hh 41tj 19xk 27zd 1tew r44 20h2 abs1 c0bv 2azh 6307 3r56 2560 wgl axlc 5pxy 1ypt 27c 3b1g 5ein 1ivm 2w3q 20ca 4n3p oxv 1aot 1r1e 2omb 3uzn 29hr jjm 1ckn 2k1i t5n wzc 1uqf 4wgy 5r1a 1pm2 4yyx 9gnn xo4 1h4p 2351 c3m5 7r9x kk6 wr4 1hk yb3 imq 1mrq 5ix8 qpo 191r 2box 3d04 27pn cc7 3wto 7mp8 5uc7 4nnn 8be8 fsv 8nv1 2mz1 3ps 3f3e 8vn7 3spp 18nu 2a2i xe zys 557e 3hx 56x0 84t3 mh aiow 58bk 3a7a 22we 967q 5v33 12p phb f2z 3r3n 2dea 5o1n 4qo4 1bwf uje 4bkz 30c atb 1mvl 1olj 10db 1izf 3thy 1axj 3gbp 2adv md7 4iqz 5lou 1bj1 20xd 2lb5 2439 2ppp k0f 3ua7 3pjh jlh 1l32 3t3a ef 5q8s 7gaz xa8 4rhy 5guc 1nr6 1f6c 1x5l 1vp5 jdt 4jh1 14d0 1oi1 3qh6 1kyl 2vwh 1a22 1l0r 80k 1sva 30pk 4ki4 a6kv 8pq 4ln4 2bdn 5exx 32e9 39v1 3v1k 4zo 5fqc 4gh6 8xp4 2hfm b9pr bzk 5m6y 7ce9 30ta 4sdf 3kd9 4iiy 1rfb aer3 vab 12ii 2xh 1150 2p4c 3jdp 1ri0 2pmx 1uvd 6cd4 2xfj 2z5c 2ix9 83r q6h 2frm 2lsj 4c9 2e31 1qid 1oc3 d20u 2aqe 2lq ypo cq9 du2 cthd zxp aml uyb x18 1ufl 2dxi 1aoh 2tfg 2voi 462a lin yk9 6zyo ga13 awg7 6wi2 1nc0 1kbo 1r9g 27jw 6m6l 4ljd 6fol 5d9p 1fo3 10ag 4h0p 2x5c 5jvd uem 3ijc 1z9e shw 41uy 33ec 4ett 17mz 5jjr 2ldq sgj emf6 oxt 21k9 225l 49cw 29i 7bl7 j32 60jy 2mpq ms1 7onh d08k 2z6o of5 2caw 4e9w 2uz0 1lb 3j6t 1nq5 4t8t 1k96 31j 1yle d4h bqwd 1vm 2o4d 29xy 5ew 10g6 1rzd 2exq s66 2p5x gzt 7j79 7iky 1k3e 3sv5 11f1 3tsp 3fkh 2dn0 miue 4jzo v9m 6y3 1sa4 cxh 2vy5 2x17 17cq 461a 3c2v ns8 1euw b07d 2eyy 2jex 4zax 1syz 8bge 2yd6 mz6 5ti2 8512 1njb 8x4 9l5g 3hm8 hdz 23nx adb xj4 1yh9 5pi2 1dhk 37x7 3svk 4rzo 9bl ean 7qiw 2cgk l2y 65l8 asp s5 7k7c 4xbq 5sa6 1zty 378d kqu qt5 qu lyo 28j8 2fbs 4kyg 2623 8h4 1kyo 6txh 1595 42ci 21ul 88i 4ju8 6t6l 5uyv 7lti 2dal 768c 2nto 25uu 1m4o 2b0o 843z 2t5h 1w6q 1no3 njr 1244
2:d8c1go 2etw 1u5t 48nq 32wi 2cbw 1jou 3id0 p22 o5p 3612 3113 67f0 4lsw 6ebq bkbv 5kw 3krd 2h75 6ym0 87ay 2lht fjwz 10jt 4da7 37qr cn5 xr9 5jqf 1por zhx 89b5 1ekt 64ss 1ye8 2wm4 3fy3 224o 13g5 37xk 26q8 2cfy 61p7 1dra 1nt7 1xdw 2e6l 5kcr 33lg 1c9g 9ee6 553o 75zz 3wnd 2t9p 3zzg 4z1z 2kxq 4rvb gozi asw2 3phc 7tf8 276z 98gq qxk 4wmy cbrz 55a 2tfm 4za 577n 1gqh 2me7 2cys 146s pr1 2gym 3s5u 1nkr up4 1bve 3utm 1ykd 1qpx 5jx8 8gzj c13 1f77 7x50 1jr8 1vct 418l 16ya 2gd8 mxc 1xnn 41pq 3dql 1cl2 4g0 2mtk 57jt 2w2u c8lt bkf 44j6 4ptu yx9 17sy 2c4h 24x0 brhi 96au 38vu 21xe 4dn 2u1g 3t1b 1h6 94z 6c3s wnn 8zfw 5hgp 7j5p 4y1g 13ey 192l 763 12yc m4d 5qf 72n8 301h dtg 3kgw 1p1a 7tml 2opo 1hk0 2y8m 2g8s 1uz2 l0f 5c22 a5ud 3uec b1cb 7th 11k0 4s4v 3zeu 6qed 81la smk 1l 32lq j8r 48jl 3r07 1fky 2uoy 1f09 35so 1qei 5y4u n5r eem 3xs 12m2 s0a 3bip 1cmb 74tl 1jt 1ma5 8hhp 2yt2 9lm 1j52 3kta 2g46 2qbk eh moa l1r 5zkz 7d92 3ssj 11a4 4ybr 6cx3 15l7 3jo 7rgi lp1 8sba ilhi t9r ay45 2tss 3f6x 18dw 2t72 5i05 d10 14ns 1eiv 3zhy 2nff 716d oxj u8f 3qw8 28jm 86bd 21ax 7l 1626 5053 5wgb 8hxe 26uu 22sx 6boe 4aem 2d01 1cdi 10zc 1s2 62yk 2p6h uaw 2k9j f0r 43zv 7x97 3mnc 6eb 7bgb 8zg 22ec 4qme 10jd 114b 7qqb 451w 8fl0 73im zcs h8fa 3lay 171 3s0d 2ule 1cbt 375d 2grx 1x69 cj38 3d8k 1539 h5va 5nk 7muz 8od2 800j 5kl3 ef93 5eto 2rdu 7nig hwu 4hms 19c6 3uks 8oaj bw9 3ou3 boym ckrn 3b8t 7uu6 2zth 45mc 800 bibu 2w4o 2mxo 44hm 2vxo 1yl4 9f6l 1oe 88qx 50b9 93f 3vh5 sxj 9va 19qy 4z5z m7k jb7 74q d3ty aaem 19kn 1sfg 3w2p 1vd4 eqqi uob 7wub 2rmt 1kl2 24lt 9t3 1d68 58z5 12xc 3say c4o0 bhb5 3isb 1z8k 42zd 1ady 1kv 2g21 2ohj 7u19 17cx 19l6 k0l 3gyr 1mry tez 5cm3 4cgr 41j9 172n 7i21 3xzw 46vk r6 b7vq 32s6 wog 5b6p i4u 1miz ta0 34zb 1gvz 755 j8wn 5c7y 4g1 4rzl 7gyu 55e5 21qc 3btx gttk 1rhf 17sl 8pda wmv 5jpt llu 7jwi 8ja3 140k 14lm anw7 2zw 20la 16oo 14rf fbpx aog 608g 4ld8 2s2y let etb 5ai5 3s0e gcl nfw 9cog i5i zh9 4nja 4sz6 2fq5 msb 4nzr 3vww 2ubf 108x 5h0 ut 1w90 y5b 5eop kbd 25cu 1qq1 32fo 4bu8 5431 cyw 4mb7 1b5a ona 48 gel fek dcol a6se 39ge 3xin dhp 39b4 3ko 11sz 5v3g 3vz e4n 3kmv e5fn 1pjd 271y 4fd4 62ij 22gz 4i5k 2ai1 6piv hq2 q8e y7k 12b9 75us 7elm b8th 2ccn 3zdd oyd 2vva 9rof ec0 3nrj 625l gbs 1xi2 8b02 2b7l dmui wl6 5dzv 2wc2 1b2m 2vn 6dzu 37p8 4s2r 24q6 78we 1agp z9g xl3 1d2p 1bok 3ak4 1oo0 3b4z 4a4m 7h3q 4pt 5ro e8z 7jht 61cp wjh 3qvz 8e9f 726d mgo 1u6p 15r2 2da7 1s0f fcb krv 97v pqm
2:en6n6m 28dc 20r0 1v6l 1ue5 22yw 40f 5ua9 3nkp ex6 3q8i 6w3b 44zk 2e58 2yna gx8 u7u 61ri 6ump agqx 1y4t 5ag kjs 3415 7cg 19w lwm j5s 20vh 63y ers 1bz5 7dj9 mmr 5nkz 170s 24lb 5azj 2jf7 3j06 5js7 1s82 1or4 3jc 6ir7 8uf 3ou2 5c9j ii4o ua9 2fx1 v1k dzt 8cnl 2en7 mbm 1ffp cua 4y83 35ss 4qcj 2ktn 1ce7 11uw 51uq 4l5e k3y 33n6 5891 1giv 6ndq 5m2e 3cpr 1db1 2wnq 99c1 1515 5ox 7evr 2y1e 1rvj 2hs8 3lnz tib 7g7 2y3v 12jz 24tz 41yc h2 1n2b yvn 3dvn utj 654 vwl 6e6 k9m 3fs6 1x8i dkp1 irk 4l0q 27ii 881q 1mda 60rr 1n9h 8e8 jvf 19s5 2ybx 1ti2 fxv 3zsz ann0 5idz 287r oh6 sjl 7lm 1hnb 1iau 9rz1 13sd 44tb 32kd t0h tan 85i 7539 53s7 1iry 2d8y d72 2216 8n 27ay 61j 6dg6 ile 8cs0 oge gb94 8eox yqr 14xn 2jkt 4cxi 3vl5 7wsi x0m wk1 2i66 3jx2 21ii 4baa 4v0o 2tbj 6r0g ch4o 5wp6 5smj 4juf 2326 fkn int 23m 1aey qnn 2qyf 35pp 3mlv 8c42 79if 10ym 1e26 3e44 1ezn 86by xem 3tvm 4c6w dq7 2f9j 19ba 23sy 1dvr 8s6u 53m 91j d3tr 1aw1 2zc0 23vn 5vhg 8vhd 3ix4 7gp1 15mo gbc 5wzs 1muo 243b 1j76 1kt5 1uvx ig3 9a00 4ed dpqt 2thr ppu vec 1oy3 3s2y 1zo3 4lcd 2182 76zx sj6 3wa6 1uq9 315i az 34s 4cl0 3uua w6c 16wu 32nn 2rvj kxn 8yqk 1pht 3hta 5tez vkq 19xr 5s4w 124x 822y 1qb0 f2st 1v7 b7q 7uh 6ei6 2fax hd3z 2uuc 1qiq 1gb3 1zxw 2akz 3ec8 3937 m8u 4qz2 kms c3y 8cg3 1pj 6nkz 23tj 47c9 76l6 20fr y3c hbx 1nkk 2df8 2u87 4fop 4lsl 2e8x 4303 2qeg 5hbs led q9d 1un6 5b6e il2 4fz3 2kcd 1u7z 8itk 3qq 4w6i 946v 254n in9 8rwi 41r9 67hj 17cs 84w 1uva 91xv 31ee 56rs 85k4 1qtc 5sp 22v2 90ae 9y5b 1867 zpl 2hvi 2e8x 6dds 6ao3 1gzg 1axo 1zss 3gy wtn 65gl pfi 18ya 64wj 1g08 odh 200u 1jk ha6 1jjz 8v9 41wg fy0 bdd 4ypd 74c5 1f8l 3gq7 71bi 59fw 968 1ehe 84n tqw 9r6a 2rgp 333s 58qf 1ner 16f3 49tn tbl i4h 234p 1u35 21ti s8a 48hf a7e lud f6i 97v5 1h4c 12so 8ems ycm ff3 736a 25fd 8xvq 3i5s 3xbi 80hu 3ixc 2exd 1sy8 4a4 24jj 6x5g 3yjs c7h 2ath 3ctk 4n0c 362z 3t8d 11t8 it86 10uo 3x6u 1c3l 1e0f 2vu7 bf0 3j5c 3tbm dnji 5m6x 1g7m 198b 5cg5 1o4j 3khl w5l 1ypn 627l 422h hum isj 1mlp 813 2h88 cd5v fe0 1ccc 6gt 3zc1 20w9 41h6 wh3 3iic 21s9 7 6e15 21b8 urs 52pt 5gkd 4av1 1qjw 1d7u 14e5 j8h 234n 9gx6 32v2 2ij5 ifnt 9l2 8vb 1dhs 2bd9 2c77 5ogz 3ody jvn 7jok 3j80 3i33 35c6 2gi 493f 16q0 2frn zsu 2q27 1bm7 2ihw 23hc 4ham ko 1ri9 k7a ox2 2wfa 24p1 8f5u 1vj2 7sqa 39zd ay7 73ld 1d4s 3feh 12gh 2627 14qn gkh 40qk 3j3y 5uod 5ia2 5jpp 6vcs 199 2vmy 2ssa 2qma 3fqz 5krd 2jrp 1uwi 1syw eba 57tw 3svy 424 6u57 rv1 4a2 3t6y
2:fv3npd 2x8x 1b3v 36v9 1ofe 2doe 1vwg axmq 1s2p 28r6 9e8e 1jc 2bd0 ao3p 4ee0 lb1 2dyi 5w68 7qro 1yux 88j7 2a6p 302h 4tot 1gnm 7at 1ye 2uit 1act 9gfe 76z 3epm 3anf 1c6e 25n3 1teg 3gjb bmqn xxk b8tk 2k2o 38m6 1zm5 6fqa 37nt l2b 734r 2ar 6nn8 1jvf 1aet 432c 8o9 2o64 1zst 1e3c 76u7 2cg 324j 4kvu 10pf 2bq7 7v2 79d 1fbt jrb hgz 981q xik 28i1 ygx 8213 1k01 3dke jby 1oub 3pu7 1exi gra 3jr 11i 64ud 35e7 1jc3 4afm 8orf pc3 64at 2kux 2auu 1oin ao8p 1z9a 225z 6hyy 2g63 ave 1trg 29q3 87sq 13ar z8o 2f0e 78y hdd 1xas fw4h i01 3k 1dbo 1l2a 2pod 272a 3zi7 2xdb 2zgb g98n tmt 1l4f t8o 54f7 9az0 1kyu 17r car 6poo 1i9u 15i0 19ya q2u 644x 2gp3 1nyy 168a b9n 1glb 1768 1fzm 54hd 7dt3 hx2 3yy1 1kml 14ys cqu 940 5t4c 5606 1bfe vf7 1bw6 2yww k0ea 6r0n 75oq dqs 6g23 1v22 3eoh 3d1s 1b7u c8o 7v9e 1xxt e72z 9eh 15dx 9fkv 1ro9 v4v 8ojw 20qe 29ix lls 6yae czwr 7x9q 5v7l 4m0 3t00 1wqk 17jc 1zz4 6lgw coq 17 4fa 3lxy qxp 4cxu 8u4 6pl 3dak 592x 1k3g 1okv k4w uus zu8 zew 4qc8 2e5y dls 1y01 47vv b9no 29it 30rs 2g5g b16m 1j14 5t33 4of7 3249 6dot 22rv 4mak 15ws 10lr db6 uzu 1m5 4y0j 33a 6t3r 1eh2 2hl7 2a3l 1da8 1feb qs0 lzm 5fy3 1fyh 18u4 10qx 2lz1 6g3 hd5 4xf4 4gfw f5f 1in7 21q2 32h4 6one 8gw1 zzq 6i5w 5izt 96p fdm bdjh 1o7i 3rgy 2k3v g7b 120y 2aub 1m6x 2h47 ik4 34v fje7 uk 7n7 1eqr 12fr 3e8f 1weu kru 1dsi 1bil 6v1 vfw 7kcd 1vow 14r6 2pq4 1kpl 8efy 5k1e aqbk 8fjz n2g 1un7 ufc 4253 41qq jsb 151h 1pqk bpq5 41v7 vcs 7um 73iv 3i46 1cr4 2kbj 1k0e ip4 1qtj 417y 3vcw 2sxj 15dz 2lnm g8jl 8oi 3bru 359n ci6 47x 2arp 2c4i vwu 16cp qam 1bnt 1pf0 24bt bwps cbp efe 2mgj 715i 6dk9 2jzv 30c3 3byj c0u 2w5b l3w 43j9 g00 e8a 42fl 1fhb 6out k5t 2rbu 7h5i 54s9 1hr8 28fh jrr le 19an j4s dcfv 2vbz 1k26 5avw 60di 8fys 15ad bo86 1p0m 6hgo gkb 2047 65t 2ndc 5qdt 7m9r 6uj1 cd5 le4 f06 345t d0jq 8a0u 548t 7lcp 2ogh 5dxv 5vzk 1mlb 1tuq gr5 1hdc 4k8e 1upx 4gt2 133p 3ght 37il wlg k2u utp 4da5 g1z 3odv 4eyz 112k 6tv 47ab 7tsy 10ye 6mdu x3 kl8 a7ue vit 1dqm 8lvo 83m 1l9v 55eo 67n 1lti 5y7 1665 60s 4m6f 43f3 wve 1ckw 7p34 2scj v5b 1tie 4o1q osk 4kde 3ufz b80b 387 3meq 1x8a 492k 2c1m 467v idrp 4ltv 92cb 5o9 2hc2 ulf 2t5p 17my nd5 ef4 2uxt 2iub ghh gvm 2qz1 4y8j 1vkf 2vv8 4vr9 32it 26t3 95yx ywa 4a58 2hbd i4g gc1 643t 13ch 3ol4 16wr 43qt 672r 2ds 2x6 3k7q 1584 503e 5oft 29fj 513y 1bgb 156n c70x 2e17 cdzo 1djb dlqb j8i 543v i19 6zn tks 5v1 77bu 18si 12yj xgi 5ezg 1xjk ke1 1sg2 2hh 33ir 152t 3u8g
2:h35odx 4raz 5qba 14wd 4izt 1wrn 3gxr n2d 44lu 8w0k 1d4c 7joh 59gb 61ph 1i55 9hw 5t9x nte3 1fe6 6b4f 4ctq 16zx 64m 9n0z 315x kr2 gjwi 3lxg 6ekg zv9 2bcd 4kud 6i44 8p10 isr 3v3 4as uby 2487 5se7 13re 81jf irw xtu ak7z 95vk 5sq9 45w3 mhr 20t 50pq 2j9e 30z3 4wnu 4hdo 1c0e h49 9z1u 2fir 97fx ej9m 28a8 15tz 2hyr 1665 2e06 emb 84c3 awl 71pd t7s 58q5 6q29 c7yx 3btt 129g 22a7 xgga 1puc 7awd 6duh cp7 4k3w hn8y 1yt7 6gms 1bca 5a9c nnk 1dby 3l2a 2ms4 3gj7 bgsa 6tcq 1t9r b1gp 7e68 83ws 62yg 1em2 7o5c 25b8 qyd 1e4k 11nf kt4 1vbz 5of 4umi 68pf 8i4e 3xn0 gzq 3v8 3by 7f9s 2ojq 1qln ipa 4axd 6q7d 23if 4klm 5tv0 4hz 3pen 44wr 4ve9 bsal ezv 4f6 390q g8s 21yh 5njx 2oal nzv 6r hah 6xr6 36j6 1u2u 2b4w 4h5a sej y74 4zgi 7nrm kso 5gkr rz2 1iwz 6sk9 wjm 4eyd 6kgi ta5 4q5c wqi 18jv 5z5a 36tm 1m36 54mo 7289 qh0 l9g 138v 2mfh bfzi 65hl nvf 2vk5 5aei bnk 2241 6bfe 4d4v 3bhk 41f4 1vvo 4w jpf 66wt 1t22 3cgs 2fst 23ke 29fm 2o2p 2s8w 3j1x ooe 15kz 23it 2mpk 6qvw 2k1i 5jao 3dgm 2e71 1wa1 390m 1tzf hdq 2pey zj3 12u7 4ish 18pz g49 1d32 1use 24y2 1hna 7bs5 4k9k 6vw 2ucg asw 31hv tx1 6nfv hky 24p2 11c1 1gff 774a 74x8 6cte 40t8 c1k osb 25l6 8k6 1rs5 c1s v4k 4vv 1czn ov7 3nyf 1lje 605 7rs 3sgi 1rzr 346s 2m4l 13cx 50k0 3koy 1lo4 5ao3 2khy 1jpv 45u1 mmy p5k ggu 82ih 5rly 4l3k e60 1sw6 bqq8 2m97 12ho he6 b4cl 4l9q 8vsz 2ljr 90cg 1cqi 1q49 4fy7 3oca 9hn4 6fam brsv smv 59cd 6z28 7gy 26ix 221o 1j2l 3d0e 654b ocy 1abb 1ha6 bweu 4f7u 9boh c2 4ycx 2iyu 7z95 12wc 3bys 1ls1 5u9m 49px hmb 2rjl 1dfg 1hja 3927 6ahh 1qzy 51bc 6oeo 14es 3rcr 1yot 1zy1 1cob 44cx 2egn ami0 7omz 4ust 3aj 155j 4bjw 4lvo 2s1j 3qqr 6sye 2lqu 1ddm 34n8 6wb3 41jm xn5 2gho n2j 1vnk ecd n6i 1hn 2uk7 b4u3 1429 2qbf 3h7m 2u1l 6seb 6uio 1p4m 16ky 5e5c 1ofd nvm bgri 67rj 12xx 5su0 dmhb 1v7f 45j 35r2 72su rs1 hqf 2ij 3nnv 7784 1v7u 48hb 352g 3xzb 2ndx d55 zm8 2tln 2qui 3l24 22zq 25e8 150o 1vvf 14b6 36x 3u5a nm3 afl 3qbn 1wka 6cxg 9fny 6y9t 16x6 629l 1m4x o6b 1zz7 675d ejir f0lj 3osz 8bc pm7 4mwm 783b 1w2d u79 33cy 6ib5 re 4f8m 1ne8 2vdb 1jt 2csw 47z 645t 68d1 10qe 8raf 2jkz 2hj6 njl 2wsj jv1 5xop 1y5d 6bvx 9a8 v6m 5yg3 1555 71g4 4w9a 38vm 98fy 3nbu 1v9o tlk 3osk 2gpj 2dn0 1del fs1q cueq 7wld 2eke 1l1h 173y 5zf9 3825 2bdq 1pnb rlt 5d0m ppg mg8 cdul 604e 1ks0 2h8 apzr 1f60 gjg 1a24 2xji bcn7 5bzp j9y 1gpd fgi 3wc5 3mto 4pr2 1o58 3iwf 1dyp 3ql8 3kqy 8dnk 10o9 981c 6l5 1c2h 6v64 3m95 12wu 4420 1009 cgh6 an0n 597l 41jk gi9 xe3 3ah4 3e20
2:ii0viu 5n5b 4wf quf 1i4d 1267 1ab2 zzj 3oyx hb5b 5fgy 6rp6 1ctp 1f6x bk6a 3nmi 1mj1 4qqb o0rx 1j9a aqrv 4gxl 3rus h53 8lxi 8cnq 1ill bi21 rtl y3d y8 u0c 2cpr vih 1qrl 28zj 83z 2oap 27sz 8hpy jj5 252f 24t7 1b6o 5mxh 4uy1 3f2j 631c qfh 8awm 1mw3 c0wc 3l33 3fxe 2ibw jt9 sli 28t6 1eme 23q2 3egj 102v bnav 33p6 2ccr 7oev 40j 29rq 17m3 46gq 22up 5mxu 5o49 1sws 2lmu afer axi 2zdv 13l8 6d8g 3jyq p6i 5hyv 5si0 588y 4fa 3pw4 1dby 1m1p 9de4 2nng di18 egy 3qyo ahu 12wy 2jbf 1sux bws 5id2 6lk3 sho 5yw jzf 59om brmu n7o 417s 1454 iw6 c9qt 5231 76xa 1rwy 4dhh 643u wud 2gth ojb 9bf 4hwi 1hcd 8526 5zud 8xd 1chq 3m2 1yy4 7z16 7obh 3k81 8iop 1bpd nkc alp5 1vr cqxz 9q9 557 21gk 1wak 9cki 1gvi 8twg 4fn 3eny aqm 1iwa 3soc v0t 4fif 40xs 4q31 8hon 2qwp ofq 1dpc lko jrr p02 2il 1oh 1nch 8gb f48a 3rss bpl 3g2w 3oo 6jlc 4234 2nsv rnn 2lve 25te bfr 4e4a 41g6 z0o 1brg 3sz7 cxq1 g9y x1t 3e1l 7d93 7tj 1l6x 1o0c 59i 28yq 1j8 69rx 5n0e 2du5 84wy 7ra bsm 9k9n 1o95 cjt 3uty 1578 54ek 8rhn 106i 2qxl d9h axv6 68qx 2p1f 2q5x 1099 2ubd x94 18uy qhk 2o8v 1b6z 6nky 5am bl9n h8n 7smj 7f51 28sw 3uf2 1hz7 bdkc 4rwq c0f 1p8h 95i 1xkg v7z 1hho ctb4 u79 bj0 3z0n 421v 128w 1kw1 1vfm 3wqn 6phk 1ntt 4l5z uwa 2kbu aija cedl 1318 4t2l 14da 3xjp 17s3 1f63 4xmc 1132 4893 l37 7ep2 uth 90w8 4545 1ofp 3n5i 90b b387 274m 96ua 4si9 ozr vyc 4hgm 12m3 s2v 6zjz 3c30 33jw 1r97 beg 270p 34mz 39x lr7 71b 9xt 48ps 33sj 1k7v 2c1a 9rt 1cql txm 2a7y 4l8o 43o9 7diz sxx 3hzi gip 6nja 2ay0 12nr bf6 33yo 8hfv 2kg3 c27q 2zd3 hoe 4cd9 4z6n 6rd1 3aeu 18t0 2ism v02 449t 9xlf gk0 aij0 4jjr 2lvp 5and 736g 6rw5 p58 6iev 73yb 474x bwc vi0 4659 75zm 5rs9 4ge7 11ei 1uow or7 uyi 1yky g4n a6th 47bi 3c7l 5ibe 1ayt bp6 2ht 4qs2 12ki 4e3 g7 qfk 6um 4c4x 2id 3v8h 4cq3 o46 6mh8 3p7c 4dbn 5a0c 43iz 1d2v 1hk8 qwi 3g98 3die 5qea d5k 292x 1hif 1j4b 3h9 27em 6ts 2ika 53os y31 26uj n0x 7tgk 2bj7 9wml 338p 924 44g4 5g 7r21 5d6p 5y8b 3ert 1c2t 16mr fh1 22s4 3itj fz3 5znb j9t0 gym 8owm s1o 2wq 8ftg 5g7u 3kz6 d2t1 41rx 1l2c 64yz 2l9x 2rvh 1gir 24dt 3c1e 34fb 28z 6ek1 2ak9 1gnx hnsz 8eu 531j 1lk0 rmq 137z b0t uaw 1u98 dh1k pvm 1hqm h44 i3e 12ov 67hm 2467 2x12 1y88 1qv9 640b 1y84 9hk9 8r1c 4b2m oga kqc 57x 2v67 pl1 1t88 3o9f 9mf7 54cp 72qu 1i5c 3qh3 3i85 1l0t 1ler m19 1aio b3y4 1gyn 8cw 3f6m 4t5a 1ohg 16fq tfn 31w9 1rsh qa2 28iu 7f6 8npn 3er0 8alq my2 5lyn 6pjs 2n82 2zms 81i6 1rtu 6q71 178f 13ak 1xk 711 dic 7r7y 2ub1 3lbg
2:jtxbu9 11af 2d1l 2c5u 6sp2 1efa 71c 6s62 n52 30tt 273j 197b 5ha4 12mk ep5 znf 4vsq 1gz2 t8x 8b3 1ezl 9697 5aq5 1eij 6t2d 675o 8q0n 4ofq 5gsn bap vrh 4m3r 4pa 5pb9 6thk 10ep uz6 47fe 8kde njh 5lfi 4fvs 59kr su 4q5i ftl 2b66 afpj 3vir 2wxz ogo 1xax bs6 6ggb 1ifi 12a9 5mn5 25as kby 9m7 1bkr 4klj 6dn 524z t8b 2z40 81dh 7znp 2w8p 4og0 l5c 3bri 46ia 2xzv 2bj7 dilo uxt 24dd scq 3tqt 23lr 43d2 1gok 1sp5 7igy 1x0l 2tsn 1lfn 5skd 1uq3 16dh 5ye 2iqi 8dr 7o5g jsm 3led afj 845 g95 2rgi ov0 1fn1 6g2l h55 3few 2qat 1083 6jn1 ba2o txo 1wz6 35of 7lhx 34ox pxh 4gu5 23jt 9r6f 2f8x 11s4 58qz 1wl2 1ww 657d 3vnr 1jc5 11g9 1m4o dmg 4n98 wbs 1gt 6qit 1jgl 1sjw dsf zl7 6r6d a3v 1rho 10jp 6g3g vm0 amp 2195 1exp yqu dg34 4my7 2ru2 5e27 nzm 2qqp 1ww5 imj 16e4 fps 3rf0 erx a5b 1dip l4p 1wn8 1uwn nfz b2w 8xgv sm7 7l6w d3pr uz0 1jt8 814t 2a4m 3cgy 3dzo 2zn7 1ssd b2q 8u1l 3ejy 2d29 4div aer 3zrm 8rdt i7d 4slh dun7 9qo8 cqk 2lru 1jno kgi xl6 p3w 1zw4 6jqh rzz 1ayk 20sw 8f4o 38c8 28t1 gh9 79f3 1bvi 1hal 29jr 1p4j 2x1 4i10 45eg coti 6yxd 2ovw 1vyr 2ox6 1ax 9fai 4qgl g71a 3lle dh0k 3fz9 7ogb b0z n1t ayk4 3fee 5bkd 50nk 1af1 6t0a kss 1bcc 12or 1ea0 3c7x 1g97 3dq 49xh 8pc 2jbx 19z0 1xe 3ghg 2k5q 2xsl 2e81 7jng 2fq umk 7kl6 1ke9 43t3 ajrb bp5a 9me tw3 484n 3g1q 4xdl 63lb n1u 1k5j knc 5agv ango 7z1k 3bho 2k76 7b8x 2pqt c6uy 2yls vwd 1v9u 9j92 pmx gha 2osa 2bd7 8ddv 4o4c 1bkk 11c6 2jj2 1pux 6iz2 227b 287e 1l8o 2ydh 33m 3i1x 4k6p dgzo 4w2x 7ssu 1sph 4jov 758 2rwr 1guk 1mo0 wm6 9v1 a9d 5a2f 38yf aji 4xt9 bcs 562h 6ij6 ov2 3e6t 3h9o bi8 1ho0 3kuz a2gk 1ra 1ufv 2hbx 3qw3 37re 1z1z 1ku lga 3e87 65o ts0 1f7h 1c9q 1wri 3r7d dg4d 351j 14rp 3xvr 79gj 4in1 jvf 5tf 2skg 2mez 1t4f z6g ajf6 4rw 3epd 1bux 1xx 2yxu 17vd sae 3avb ap6h 1xx1 2103 7wg 4kkk erlw 2xf5 5q4q 3xiz 1auf icc mu 1hxp 5ryh 21i6 7zcm 3vtz 6axa lqz 8pnd 1gn1 712b 3gfs iix 178x 5fwu tbq aa4 42o5 9m x6f 16xj ddzc 23t pb9 22qy 28r9 267d 2o7p 25hn jwqv oo2 2zue 6dhw 8rq6 4y8s 2go1 3rbw 37xe 6t5f 3kuy a3gt 4k27 1vby 1j26 1oyq ay6 xdp cajj lmv 9lis 4198 30xo 4ken 3ven iz6 kfp 5vc7 b2e 5k2 9hq9 8rv 253m 8j0x 4a5s 2zp8 4tc 39ij k1e gxx 4ize 9a2k q6v 1rsd zt6 2c5o 7m93 6kff 683x 14r7 dx0 wan 53hl 1246 u34 2i6k 2g3v 5chh fvs 7ac2 vww ta5 1guk 4he9 2nvf g96p 8zam ymb qpu mmm 1tnb thn 2dok 7o2u 2d1 k3r 33mc 2pxb 1mc4 1a0j 62cq 3xvt 1i38 2etu 6voc 939 54f6 4nwc 98ne 33v4 4xx 8p5r vbh 69i 6bp yp3 akrn 5su1 25nv 3p02
2:l4i1nw 4io4 5wxz 3lr3 5dvz 2oqv wiv pj 14m3 enw 1km3 y5i 164 2sbc 7pe6 3aol 19ro w1 48vw 52k0 2jso 43uh 2n8i 57xa 1cl6 dees 3dok 2lt9 26t 53ol 1trv 40z4 6hog 5l1m 2hi5 5xz5 7cls 4vma 1v63 299l 7gb i3a i36 177u 2ju0 79c9 hac 15ri u8o cbcq 418m 48gm 76hs 2mlr 2w6d 733w 3eh1 w5l 4l95 yyr 17pk 7prm 1trm gji 4dux 8xj a3ep htb ki9 fjk 1gz6 7src 2wdi 1y29 mm6 3319 lp0 1wcu 6rk3 1noa msj0 53q 1wyz 9j14 2xlu 3e9h pky 33ah 6a55 8ojd 4rq8 oyk 2o2f 4eh aly k9e6 502t 69ga 252h 79xv 5yt4 4ewy 1hxc 90za 4a9p 3v07 39os 2inz 6sg0 6tc7 2rkr 1a6c 93z6 2kw 2uck grj 2gsv 5u1l 16p4 10m 1wh8 5bwk 1k0w 5xxi 19f5 ls3 knm 27jw ct85 1hif 40av rj4 1qs6 z9e 36ik 87q b3e4 1m73 7k8t 5fit 7bo 6t2r ayn1 32wg 79rh 391n 986v 20pi 9tye 3bae 1m1l 5yf4 2tn0 hhn 8brp bph 3t3b 2yb4 2eht 2h22 9dr2 73xb 2980 2yiv i3c 5vt3 4fy7 2ijd 2m4i 5bxe 2ba1 7oax k2pg 8xcn 7w3m 5ljs 2mgt pp2 4pc9 1lb4 47lc uiq 2tf7 g1i0 7yo9 2kb6 969z 79p 2lpu 7z v0y 1skp f487 340g 1rz5 543j tzi yr 2s19 3em l5x 9ka8 5xyc 2vm5 30on 1xt6 wkg 3er6 ag3z 1tf 2vxa 7cfr hko 63ug 4gmg 3667 2mlh 4yom 36z4 1rti 56oa 4fko 5mes fgv0 7zk5 2aom a5yp iwv 1xb4 1hhz 197a ctl ip1 2as6 1g83 g7f r0k 3k3 17d7 1ayi 3rk8 1vu8 azg5 yns 5wg6 1h2s 1qgj 8top 2grf 4n11 7zpb g2iq 1dut 4tcw jja 30x6 pxn 43fj aeut 722 44k9 1cba 1wax 35hz 10rg 2nba 2i5y ijh 1f44 3a0n 1ym9 6si 1z0x 4e2v 21bg 5uzw 4nwi 1ibf 7iu6 4zzv 1s2w 967d 1puy 83cu 2mx0 5g9 5qp0 2yae kaq 1or4 4co7 2mj7 2un0 p2w 4x0l jsd4 97 2u0x aets 3by0 1qil 2igx kebg t01 aw72 5u5 23uv 3oyd 5a43 6ohm 42qd 6rh8 ise 4avh ygv 81l5 1f1d iwq 2lue 3ca 114d 20ga bcjo dkt 7bfn 28sy 2v3v 61dp 3b0p zbj 1t4q 27z 15ji 703y 27xv 7o8l 2pyl 3zna b58w 1wib 3gw7 2aeq dqq 1fve 59lv 45tj 3qz8 6jqv 6ufy 9yfh ea1 6bul dcx 7jv8 4juq 38ny 3prn 4cxt 2du6 43rl 28lc vta 1c09 rea i60 27ho 6srt 2lrv bmgm sqv amv 2k1u 55fs 7o3h wnp 60yl 3zv cktm 1am0 2a5f 2ar5 r3u 2wkp 3cgv c6f 2tgc bhgj yby si4 17m3 7sul 47jn zk8 351r 5emj 4skm 5qbh 470o ccr aa9 3k9f 8zi1 b34 788t zx1 z69 35wj 2sq7 oxk 26du 1ebd 5fqg 8k0k 1y35 5s83 bs7y 5pih tjx d9o cp1 2lui 3bxu 3gp9 xnx 173u ovs 65jd 22w3 dqy gwb6 1cg7 yyu 3bov 55e4 3cv3 hob 70w7 b8ug 5evp 1m6v 8do1 3j00 189w owb 3yx4 smq 3df 2hv1 5sbc 1zph 2g8p 96d8 4hls vma 11xm 1j10 10rh 338a 16w0 776e 6qxr 2p8e albr 74g5 102p 4ka2 anbx bhf2 29uz al5g 2yay qvr g1y 2zig 24qm 11p 3fao 1igd 7wu3 1jof b33c 6xgh uwi 1xsc 20ce 17f9 2q70 grk hxp 5zb 76df 6ral jzb pmv 55b c3d 9e8u 5l1w 2hfq 4q0
2:ml7otd flzi 4v4d 1j3y 135w 7ock 1d1a 1kpg b21c 30d3 497 ucd 3zwl 2sz9 4ln9 cun zp4 6opj hxl 60yi 2xri f4o kha 38i7 4zjc 2jpp 6fio 3xdp 3bgu 5gdl gk2 mqz 12u4 329s 4tam 4jtl 5178 5apw 3zgb clc hwd uaf 3sim 39ss 1aax p3s 26g9 mcmr 785x 392p 2xjd 3qqk 1okn 11k9 2d6d 6bm3 1jju 2sl5 32k1 c6d 1j7n m6t 55n5 1p0u qm0 1ynl 27vj d1xd 2gbg bpf 1vrz 1l2u 11kj 2814 5exe 1onx 2dbw 4pki vzi iqz 7u7 39k0 5qwj 1dbe 3mot craq 29z3 51ue 2j2k 3sjv 52g0 1dhy 4jhc 277b 3s76 33c2 eynd 3ear ab66 3qcm 1frl 11q3 5yjr 3p5 28ca f0q 52q 2a9 1l4i 122e 9lh 17ar 3791 43i5 4hgb 8zm 9bd 3kkp i4 1gmu 4mwx 3466 4cy2 592v 10yw ikv8 dkd 6csw 16ra 11j2 98gf up 16hs 12ny b18 1q0e 3pr9 ccez 19ce 1u4d 6axm 1xdn 3zte 8apf 251b 18hq sht spn 5os7 1oot 3rus 30ks 1k3e 4vke 54jj btsc 374t 589q 9arb 1qmi 2ill 20xr 2hj 21dr 1xl4 1qdx 1bp5 rm2 2ny 2inr 5hqq 8o4 1t0n 1g4j 46ol 2dy6 1pvy qxx 1w4u 1dbp 1vus yml xyo i0r 8kge 2up7 33fy 17nz 7mbz 5il 1ch8 4e1m 14b3 1wny 11dn jo9 17ti 1876 7ga3 ie4 2kva 187a 7tdk 6oj 1482 3ig6 2vrw t3q 3yvo 4mq4 rsx 5465 5eaj 2l1z 37aa 1hv2 5l61 181o 1nmh 1wda s5e 1v60 e86 4iw8 9gv 8qgg 1psl bp1 hp4 468k 677u 1e3i 1o2v rri 7tn 3cv7 1jo4 8zz8 4ueb 1ilv amg 783r 1t5p 50jz 648 qoe rmw 329z g7e 3av 1ae 1n26 2t4s 14ug kwx ez26 1f4u 7j8q 5b5y 40uy f8j6 1mq0 2jjl 3zwo 5xm 2y6l e6eo bzym 2pah 6zwe 10vk wtm pye3 oz3 25v0 591s 2upe oo6 9cdc 1myn 7cje 1ndp 35nm 1pq9 1qya 1w20 5t7 76vg 1rwr 2m1x 7hk 2lgg 1ttz 1t5z 8zl6 2205 3552 y26 6kb4 2jza dcq9 e35 88yh 1dn1 3ax3 81ve h0v 8lja 80ql 74u9 2t7j 2uph 5rhx 3o5t 6el0 1ke7 ev8 y6t 1gtm 6rkv 3gbk 26ey 39b7 dlb 28l4 2yc 6leq 46ee vsh 11g3 41lk 2fxf 27zy 5nnp 3yuf 1b8d 88y w1o 3uy 1ndh pl3 1kjc 1qbs 383t 7fpm 449h 23ml 23sk 28ap 3uqy i13 ytq 6lmm 1tba 3qae oxe 2uw6 cfwu mea 2mwo 2j2o cnd 2erl m4y 1rba 6xjt o7w 52eg 4ran p6w rkc 1rr3 11er 4qxl 75lg e93 wlq 5qel 2u23 1tkk 209z 8a4w i9zy 5v6l 340a 174d 54f k03 1lw0 17hi eil ld7 48c9 19j zrk 3tx axja 7ge8 6ke 1zb 1f5s 2pz2 24h5 4g6y 27o8 2084 156g 6sh5 1b3z 3irm 2eln 1ye5 6l0 4vn5 1o4 1wb 3my9 82dw flnq 23w5 5jef 5jle 27q6 gjp 2hej dhe 79v 5f69 3f7w 107l 2o5k 2hwy s0v 579g 7y3n hgq 3ndj 3esw 13d6 13h8 2bw lxm 65k7 1p12 div 1xof qln 17wj 5k8 43q 339i 6aj1 1coa 7cfv 2kgs 2dpg fr9 hc6 9ch 1fay 1kjd 37di onu c7d3 4l9h oz cwx 1ocp 53mk 7hei 5jzo sgm 59pr hb2 7lg gh1 1h1v 6c3x 7try av8e 7tp5 36bp sp0 jqe 7n5s 2mrn 6fyg 41y9 wbf 1bmd 62k wx 5a72 5lrc 5buq q5y 8rja 50hq 8rl 153
2:nts74d 195b anqd 2gf5 1qiy 1aqf 6f76 37h2 89nr 1894 77l6 93w 2ns2 9yp 1i6p ijm 28w8 22yv 8nzx 8ys7 99r k1m 1rc 2ifg 2gfa 1gn9 33ei 1ox6 17x3 65jh 341d 25nq 1n5i 1xg 1pik 6c0j 861z 6bj 1vuy wkw 34oi 62cp 8jxv 15ql 3ijg nmx 1707 27t3 30zh 1ih7 2q13 sd7 xor aaoc x1g 2pg2 ba6f 7xi lom 1fcz 75z0 ojm 353t 4a9z 1b42 h0x 3uxh 2ttu 877m 1e81 6l7j 165s b79p 1fb2 5zzv 2phq phn 8g1i zi1 2r4e 58cr vqi 1lbl 8l 2mtb 7opb 2par 33ux grza 17wo 5996 31wg 545y 8r30 727l 3bhr 1944 vo0 41d9 577l 6fbc 2k7l 3ufy 1b7m 3ir4 3ej9 5ydi 22uw 9py1 1wyb 66rm 68e 17s3 1rhz 2e5 25ez 12c4 64bl 2boo 9eqy 4xqt 5tm 1wfp 3ezj pip 12li lxg 7oxk 3gzy 28qb 16uy 7vqc 19xk 3npv cdk 15zq 3qe9 55m6 9cc hjci 1df4 9pk0 89dy m1zf 27l5 2qm9 3x4x 43lp 394k 4gjz 3e8g 196f 12vs gq3 1m0 u4j 1lwf 5z1 4k7l 2j2o 2vw4 6b8p 1eyz ps ytr 2dy9 9tg fqv 2tjm 1vrn 1exg 4acb 2kwq 3093 62lq a2tn 1qfy k6a 5su 1x02 vql 7ay2 661p bg7m 6pmd xg7 5xzz 2brc ahf9 ph4 ch5d dmn 1u0q hhj 4xgj 3hdc 3kb9 5yq 95up 3f0t 2naa 1bl9 dv2l 20ug 5jj2 5on4 2iam 3wrw e48h vv1 4dq1 h5v 3s0q 7o8 1agf 47i 3wih jue 8z1p 4c3i 1blq 2s9d 29ks 245c nv mj3 1yd0 4pry 2oyr 29qu 1zlf 16lh 3g7h 441t 2xsg 1lcw 3xiq 5f62 g52d 6dwa 2gnb kvv7 8wvz sjs qryq 9lq3 5t12 4f7 18jj 8597 4wst 4bug m8y vgd 7hdf bkz j02 28nk 5ndm 159m 3u9y 7gjk hero 29w0 167p vj6 tsb 298p 13th 372e 1t14 b8i 6hp 1t2w 2b1f 8p 4oe6 606l 545f f7y 55vk god v1p tpx khp 6o0y cxy 2cw5 17vi xyi gzi 38vm 4y5i 4qui o4l fgx 3vad 12c1 4tiw 1wwq 21b1 18ej 7no8 4vzs 39as 8lgu 25qe g8w c40b 10yu 9vta 28wq 6gua 1gkq 1fwf 1w33 444g 1erb 1rj 5byz 1drb yu6 c5e rfa 1zd2 2fkn bi0 j1h w43 8zml 9n0n 1h1j 1f9w 1s18 3bo2 2bi 3ckd 41vs 1ut0 1xzc zbk cg4s 3zow 6vvp 2uru 13na l3q vbn u8x lj4 1shb 5402 ik7 3bah 9d9 2hny 2fbx 48yf 1orh 5xvm 2d46 tdj 1zp5 4n4a 1qfx 2y74 10yi 3fg6 4y6z c1b8 44t0 mi5 43d4 jye 6ro 9efq 2a24 30v7 1jo6 25b 4f02 7tz 3eh2 6ld 24wh 9av 5tcm 454d 13f0 8lju 5yau j0t 44fx 1lae 2xdj 3uj6 bshk 2hqo 2lsa 1ffx 1ls4 3o2t vf8 743 ht0 951e 1ftx 304a 345 7ckp czhu 6qmy ell 2ek 34qw 23lf 1yh3 4xak 1u70 1a1 1nth 3ihd 4vc r2f xuo sd1 hce odn con 2wly 3ncd 2zla 22cd 24ie 4cqr 5il5 1h92 19h 444n 1hc1 8f7y 2cpc 28ya 1j9i 3oph x48 4h5q 35c7 1l7q cuk 1gkw 91nr 1svz 61rk tg9 238j 4f15 140g 6tle 28ek cro2 42dp 4gqm 3r8b 2iuv vz3 11e6 ej1k ywi 4z5q 616u 17q1 2zcr t6z dzk 7jfp 91m 3v5y 5dmh ara 18f4 1vfi 7xdv 119j zib jdf 29t0 5v6d avs cfr 8ul4 c4u6 1khf 3s02 tee kv 4azs e6j 30nn 1zyp
2:p5a483 4lru xtl4 7try giz 2vl7 2ha8 3kok r6p m18 v0z etg 7hnl jje ktw aima ljf u1p 17t9 1kvt 4jyb ai 3ldw 2gla 3f53 1h4l 4iz8 o04 9gze i9u 2266 4b2m 1xpk gif6 2jwt 1boi 3s0v xgo 2ckb 4cgy 1jyg 5w 4bcy 3lx9 6ujf fyz 2raw 4m2a lpu ovj 16jw 8wd 6r3r af3e 1yup iry 3ai1 2s2o 2bz4 1883 55rs c0mk 23y 4o82 lne 96j0 6ww 34fc 6a89 1w5v 2fd9 p0m 2og5 1wq6 2jo7 q6o 2tsc 1nr6 3ovw 4ing 16kb 4o4i 1372 vk4 1sp3 3lf1 br46 fl9 84nt 60af 5198 10kc dazq 14a6 sq 40c1 77d5 6vvn 3fy2 28y0 4q7i 1pqh 19cv 2in0 fvf 19te 3qdk 6g4d 8qe9 5wp3 3c59 tu5 6l27 9ekm 62u 1pf2 1pnt czxx kje qot j0o 86m qux biq chw2 7yqs 1lrj 8muf ugx 2xzo avkr ayqk 3tq3 1ntd 28rq 4kw 9n7d 2iz0 zpk n7g 73yw 3kgl 755n 1jo8 1d7z 2f6h 76ig 3dht 2zuc 4i9v s6l zmx kxyq gyb 1c07 3ev6 4vqj 1kow xe7 4x9 6547 4toy 5qzk 126 1x2f 4fxr byk 766 652o ag4h 3ec6 5jwl 1dqj jgs opg 19po 2q8l y4e 5hlv cn7 1kom 96x gxg 1q39 1528 2cut 47um 5xhz 7n1q 26tt 4b8u 22vg 37zk 5rri w3z 1t9i 15ym 11sm 1cly 4y76 m8z 2nxa 1vwx gqp2 1c9i 21fp 3v6p 5mh 175i 4d8s aztk i6f esse 6qlc mmn 5fdk 1j05 3q9a e3tr 1niq 5uxv aque 65my 1uyi 36ld 5an4 2fmo 3wfw 1u4x 1g35 3vw9 6zu 4f04 3gge 6bpq du24 2081 2kee p2z 5kht 2h11 1sw5 4g0r 191w l5a 4rpz 5gz 4uw tq0 i2b 2bw8 15nl 6ur3 b8rt 28s 5vmt 197 m8q 5f16 4zx4 1628 1ic2 1c9w 16sx fz3 3h1h 46r1 1l76 5wb 1ldi 22r4 1zw 53p3 17b0 4ly 38ny 4v02 jit c5p 9118 h95 1jic 19sc atd4 mmh 8rkw 24cx 1h9n 9v4j 16iv epd 1iya 66qi 5olk 5cjp 52u 2hor 3mu emf 49n1 99c bnd9 ghy 3eyx 2508 38ie 222k utv 1e6w 1kgd 6rb8 12p9 bgav yd9 21hy 14ns 10tg 63xo 5qts 1gnh 16ls vz2 33wh a8rq 4uz4 3ak5 1hwo 1hul mgf 2bhj bx8q z7u 1s1m z15 1ega 5os f7c 3pxg le 9z15 771m 3otr 28at 602 3fc 7fvk 1ape 2zzk 3dk5 1uc4 2law 28k9 32rr 18zg 4ic3 1por 1o7i f7o3 3izc 4qpa 31tz 3zie 2f6g 3wof 1al0 2grj 5bj0 2810 y06 at48 1l7m 3ybs t1v 4fsh 1o58 8947 2lgb 4rk2 dt57 43sc 2iu7 1sr2 smo 374b bhvy 5ym 1vm0 568j rv3 1767 1gew wdg 1g87 74dx cyb 4p4a 5sec 5ugq 2dv8 831s 5kf5 4alr ukh sd3 3ev4 4ccg lwzh tit 4nz9 mhu 18gm 2ky6 mva 3gs7 5ss0 5utj 81ol 1asj 492j 2rfj 2hl1 6cfm 4fyq 8zz 1rmc 2ws1 v3o nle 29po 2ewu 4dq n6r 2qk1 5ftt 2nox fem 4oec 6tex 4ggt 4u24 154m 1n07 264f 9cly oty 1cae 5uxk aoz bcm 6zce 2oec 1zr 2qag 58dr 154 c9b nsd 5fp9 f6m 3c4 4992 oie 2c9 4zp5 4txv 9iv 23er 9oyx 19k2 7erf 1m66 ge8 ab8p 1lt7 2h7r 6axu b2k 3se1 53jv 6esk sph bqn qkc 17cy 5g7m 73jc 94m0 14fm 7b3 6u98 kna fygl 15o8 er9y 6qjg 9j6g 1si oio jbd 3jj2
2:qhssmw 4pb7 mct 10nk 1sq7 1lyx 2uwm 37pj 4onx 183i o7d 1ie8 37se 4enw aelc cbcd 22u2 1brc 2ejw 6v0w 2as1 atx agh 1xzk 338j 26ca 4wtj 4coq 4xix 7a2p 54 74zn 2lyv 29c2 1971 2al2 r8b 183z 13bw 5oa5 69kt 3vb3 1ivt 59m3 6h9 6de nir 5rum 1emu 2ixv dciv 6xp7 1koz 1jt2 46s 7ehv 1tpg 1yg4 62s4 1ex2 9bmv b28 lff 25o3 29ip egx 4x37 5jun 32iw 172e 69us 1fyb 1zsm 2uk1 2hmd 8d15 14q7 23h7 1jnk 6roz 3p0u g6m2 ewh 2asb 41qk 3ce0 mc u7c 920e 1bcx 74dy 2alx inp 5kjf 609v 4cy9 1625 oa3 800 aud oul 1lnx e0d 4udb 51ba 2ida 6fcf sel 5fjc 8pbj 1jtm 3mcc 1d12 1fak 3xou 13l1 9h1 dyk 30t7 5z1c 4dgc 2y3m 4c7t 18ru 27wp 1ov9 40y6 2v9m v13 2tsp puj a2om 2mmt axv 75kj 4e29 1ktx 1lww 19l3 22if b5p0 9srj 8dve 65qw 9ma ll6 4kmw c9bv 1a1v tbe 1x7q 4q8j 4jdb 53g 4jfh 5o1 1x79 29he 4cno 4r2y 8ca 3ef4 8cws 2njd 2s34 38ei ryu 60i5 12ts cd9s 6lcg 3kkp 1ywt fgc 1jku csp nto 306p 4egd 1t0t 4ifi 24k1 4i0f 2i0h 48ln qjh mo 2x16 28y jd0 17xj 53a0 gco 6q2k 5vy4 ai4 8256 2zf 2uts 2i6g ms 2yyc 993u 7w5 5uqk 47ve 6f7c 1i32 bsi h7ql 432r 36nm 4rgw k7t 12c2 aol 3omm 40t7 1ylm mzh 7gt o46 d0ne 7oy jbk 1l7n 2nlw 9v3v a2b9 p0i pss 456t iq4 hrj u13 788b uma 7wlk 1ufs 31rk d0a 36ee ne2 5v80 5bc 105w 14ti 49hc 15po 2hbw 989z 154u 416y 32eb 2e4g 3xts 4ftr 5dpc 1gk4 5ue4 as0 jfjf 10k5 3uts 2k9r rkk 5l3s 20s 2mah 516y arr 434v 1724 f418 1d6e 1ubc 5bi 211z gel0 2s65 pj0 9z6s czt 3klz 5a1p t69 1awx 4wks 3ch0 24km 2yfw 2bz2 af79 50wz 2476 165j 6vmg 77d 22lo df5 jbm n2j 5whx vl 3snh 2oly 3xz5 6f4r 1eud 12g4 1hwt 18bf 1n9k w4i 43k0 pc 158v 7wlm ccb 4jxt c5id 5fig 4fna 5zqn 7xid 5s9w 9z4w 59ys 277q 6eoj cn8t p7n 46hz 8oq 6my1 4zxp fkd ap7 7812 4iwz 1lef 1k1k o7w 9el1 5x69 64tx 5frk 562q 3ci7 12f0 l7i mrbh c7g4 4ou6 6p5 2a3b 1776 8o8 zvz 38uu dji 1nkx 3vmj 5ife 6009 2ygu 2vfb 7v9f 3dtg 389d 2xpv 1nce 6yef 77x7 1qum 7s5 7byv 6wwa l3 2iu8 4rdz 9e2 9itx a2yz 27yu 5p0p 8gy 28m2 34p1 16z8 uo 2dbh 4oib 5xjo 2kb3 5z9 46pr 886j iq72 76z 210h 5tgg 7z9g 1vd0 3v69 ty0 29aw 3cm7 3ouv 2iob 3osu 17 2yrm 33o 6hxs 93q 2vue 5ir4 37x3 498s 138p ysl fwa2 9fk db7 br3 7o8 fnab 1jmz d2j 1ch5 5azd 1trd 21oe 20pk 7gsz 2dan 2m30 6bxa 1mr9 1ez6 20e1 6vd 97n 1vj2 p65 1sdg y7g 16qk 14w1 9x6 1k11 ref 9pwa 6n3i 5pcm ge 3mtg va6 1jvj 4c6i 53ty 3j36 bu6q 1epb 858q 2856 6de 5n7w 4qh4 1jr5 219u 4bb3 wdj u9i 44q6 2svf qkg 1or1 112 6ivy 3329 2zcx st6 gw 1tak 426e 49ez 1ljl 5kc7 3nrd 1de8 19re byw5 3i2v nt5 13qc 1mfv 11k 21xp
2:rtbf1r 1hdz 1jk2 1mjd 4b2p bzg 2398 14fq 4jlp q7e 456d 1527 1uek 95rt hpw 6g3m q5n 7com 108w 1mn 3z0g 1bms 6e4z ui3 1oy6 2p1w 1k1 5b7l 4p23 hc2i 1oo5 iz0 68cy 1c1 ved 4k3 30td 1nn7 893s 3pp7 1z9i 1jvf 3o5e 3vh v8p 403t 6uxz 61jg ngm 10y0 3q6p 6h80 1cgy oq3 2rsj 1rad 9bs8 3kpi qqz 1emd 3afn akyw 7abl gdz 36w3 ab76 isl wts 5ql 8up 3ag0 5bir 4mpu 2jnu gzk 547r cvj0 plq 8uid g3e 2eom 12o0 dg2p s1y 25cn 198w 2c7n n6d xgc a3w0 2yau 5gyr 98oj 1lqq p37 1u14 6070 1nqs 51fu 1zm7 8bh8 1fvu 2z4o zhw 1ddq 1p3g 5fo 2ab1 5t60 5gaj 1kdd 4k8x 4amq 6x10 1z12 hb4 3o5 5fgd 2lp3 35xl 84qb 13k6 2n8w 3muh 1hrx 9cb 4xbr 3s4c 860x vc 1aqr 9ut5 24qk 8z3 1ta6 1f50 303c d5b 2uuo 3ego 4i1m 570 2stk 1hs7 slf 6lwc c6z 6gjd 1zgz 4f6q 3ldd 1yys 6f4x 2njz 2tci h1r2 1srl 8ep9 3mn3 2lk 2orv d4p rrh 7abo 5p0 19ip 8h6l 1j7x 7rp2 2ta4 8pqy bt 2eob 41v3 1i65 9d4w 10w9 i9y 10jn 1pbm 3qld 2rre 1zkb pon rhw 9e4 6ea0 a6tc 13le 79sw 9quk 59kz jz1 1by 6kmo 3eyf 6cd 150t 3o2z 4gw 3fjv 5pqe 8aqw 13fu 3zp3 21r4 uht 54kp 63bc 3979 gkq5 3jdo 29af j49 p08 229w 5ck9 1t3v 1iu4 43fy dpv a5l8 1ewl 4yaa 3as6 77al 3fff 8bdr 90xg x05 bnnc 2wuq 2ara 2ctv 28f5 26k ljv 9j1d 6e67 1vee 1ul6 2g5s c3r 2521 5zw1 1f6n 520e 13ir 4koh u1f 1l19 3uwq 1c8i 32c 1gvu 3bs8 auj9 g72 31mu 57vb 3y35 23e7 eyk 22li 7oti 16r 82yi 3885 58b 1q2p 2y8d bjmj 1qr 8eo7 3ptt 10ag 6tj zvd 2xeu iv7 uun 2bez 2t95 4kju 1tz 7fc6 quf qaw 5rla 76dt cdx 4xj6 1qpu 325b 318z 2zw5 53ep 2p37 1mh 3vd7 8ol 29an 55uc 6tc9 1glm 21ui 23mr 123 c282 1i8h 1xr 3ryj 446m 4ogi 4kiw 2748 3hqu 4li5 cc8 2qrz 1iwb i6fm axu 2rz9 23g1 2e8a 1rl7 6arj 137 2kh qu8 228a 6nmr 5o9l 7cdz 1ng2 11ne 3c0x 1qod m8i 56h 60f3 d62 40p 1uzr 50mu fwo 3y7b 1kac 1fa2 1isa 8j93 5bj6 4t71 ihxi j53 gcy 7wa 5xrd 7um8 1cuy 2gcg dhhn 25r4 abpr 7oxh dytf 21z5 j70 6j1 64tv 44jv 76or 2un9 1lkw 3y0t 6usp r7g cm5l 48dt 5gv1 zy7 260o czc 2glx 9zuj 63wu 81zj 2m19 1kk8 18rn 124s 2uyo 4cbk bpu vgx 855l 3hfp 58e5 1ljm 241c 7ejj 2gkz 567i 65bg amgu 2r3y khk 2erp 3rc0 1ekb 4576 3cha 4hxm hes 23jg cu 9az 2dan fsup obj uvn c7e1 2lop 1qru 4qdx 1y8b 15d1 ag6d pea 27d0 15z2 2ijy k7b 33sg owo 412p l4g mrk 2rfw 1j3w 39q5 24tn ipi i73 505z 4a9u 198f caaa 3c9i 1hsk 5rrz 16ua 284o 5jjc 304k bus8 cp8 p3y jzz 3eg3 182w 63tw 59tx 16x6 c9hy 3dhw 493j 1m79 7en 5ah 67dd fxxt 6ifn 2u1e 5yo 1ab6 f5z 50mz 6ok 1t1h 266v 292j 2dd 3am8 v9j 62vz 3tm6 1o0s a64 d4dy nes 13cm 2rmx 455j 88vi 2el4 qtb hto8 8bsj
2:t5tx7p 5ldb 3229 1lz3 9eb3 8cj6 126d 45bp 8u9t 2rrn b5k 4z61 h4n 2ly1 ld6 12en 5931 w6b 38bu fsn 2alz 6qck 4q3o 2st6 374b 11mz 3e02 1skr 6g39 18qw 13ha 2bnt 4rq9 k5x 1k1h 1619 5eri 22z8 aw7 1ml0 udu 1awm 80tq cet 79wd 84l 81fu 25ks 1fkx 1be 11ar 5x5x nj1 1si9 44dl 124o 261 5wc2 sg6 myo8 7zb2 4gwc 5bo 3etc 18qe fon 1cod pf 638f otv 3cpj 4hus 1hxc vfj 2a1j c2i4 1g7x 3xej 3htp fl5 fckc qfr 5z9y 2ny8 zf 2p1l 7kk 9qt 24lb 4ktt 1331 7i9 2oet a41z 77r3 1myn 113e 5s7p 8c4n 2nve 6vkh 4ic5 49pa 5rsl 56yh 2l5s bmc 9m9o 54vx 27ef jef 19id 492g 28bo 1x8g 3bmm d9zl 6ntm 1uiy 38ct 746 3i0j fxi 3wz9 ib8 gfd5 3pe 5x77 3lja 68r 7e0j zdj 1msh 4dns 1c4t 1r7z 3bjo 8urw 40a4 6dsr 11aq a0v 1epk 239j 14fu kfjg z9n r43 9bpv hsa 1us4 cpor 1qbt 1720 16bt 69qk 797f dvj eku 385h 3mao xs4 3kt kwe dao 584h b6ni 3na3 dev 8hs3 6nfw uw4 nf9 20le 1bxo cp6 10ru 7rc jvi 5m94 bt6m 5oi 3ugh 39eh 5df 108m 5kuv 9pbm k9m 61zm 66pi r1 2dgg 1ta 2l9w bfd 5j9y adt7 49wb fd5 2n2d 4plt 1w0q 5rqm 1wpf yk6 3bn1 ylo 31gt 7bq3 23o7 2prt bq2m 5e4 5s4z 90tz 2x3t frq x4j 4f7y 7rn3 4ejg 6cz 1d68 hkn2 33yg 364 au8q 30i3 2h9d 3vee 2hn7 ce0 aj71 8x4r 22s 2tt7 2o7k 2quo 1wir ssq 1tc8 2umn r0h 4fcy 54cf 4122 bdcj 19it 2bt 3vct 11a2 2rpb 1vtt 3x8a idqh 2cdo fjc jrf 3f0f nxwd 3ls5 9gz3 dpr 15u2 1y6a 15ri 5sjt 65n3 3q6y 2ifl bi62 2b22 9au 1k5v 1ky6 24bb 3bbj 40c 74ya 2sxw ats5 2dgk 1n01 qam 110q 1kgm 46ol 3npj 7gnp 5ue0 21hk r9z2 437j 2d1t 25pt 8b7 4tn2 2vmx ele3 5frp 3b7m 2loc 798i 5ly6 5ym 402f 50b8 4z5e 9vb 6vr 5yx 1daq 22q2 6f0 lzg 64uj 2278 25ew 62ki 72q3 55om 2nhy 5i52 14sa 2fbt 1liv 2enf 1dng 101e 44kf 5eb2 175u 3b4q 20px 1ziz rqj iz7 2ehc nqd 11e6 47yp 32w9 496c 30xf 11do smm 2bxs 2pt8 5leb 3c0c kh0 gkk 7bct wuf ogq n4q 7nhr blu k8b kl9 1xwt 1dnt hqn 2ipm fc9 21dm 1mnr 8zy 9hqa 2y72 3y8c 1wam aowy d6f 7d0 cff7 8u9 2rf4 cg1 87ec 698 3syw 2ixx 3dp6 3dc7 fq4 1c1g 2qu 1alg 1gzh 8elq 2a4q 4c3f 5zt 5a2 10dx 1tuh 35v0 7sus 1y5 77bw 3goe orq 2zeg 8zk9 tgd 49yz 2blp 7865 8aj un4 3tat 4zp1 bnbd yp8 1jug 8sf9 p9n 3l89 1h3n 1qm 131r 724y 62hg 6rmd ozw t4w ejn 380g 2u1b 234r 57y h05 5j8x 1rlq 39hk 8e53 85c9 2krs 5v0p 77x 1abf 948z ool 33l4 61g 2r26 6lfu 2rqe 2d0k 1v0p 68i8 7u4p 6lcr 1ehs 58qt 2567 cc1n 1h5m 33o1 1u1m 5f5v 287f jry 3j30 62kk czm 6lb 1xdr 2zq5 3imy e0f 6i0m 77w8 1raq 284x 193 1kak 137y 2i0l amnz 3n6a 4ein 44u6 1nvn 2wmv 295k 6jbi 447 45rh 12n7 48h9 2l1c 5wu5 29j gdvl 1kuy 57oh 7fzi
2:uiepox g8z 7jih 34l 1dz wny 3rbr a77 3n95 6hlc vd4 lki ksg 1b74 a0ma 396m 2eu 149v 5gy0 55b 4rd3 2pv2 z5r s6n vj7 s1w 3mrm 1pkr 3cj8 25lc 4z0u 7z2s 2nqs xhi oai 74u 2ay4 1k79 xbk 1q7f 351i bpq 3lwk 4j5g d8jo 48po itj 1y2 3zgq 1d11 1dy6 ctds als ceb 3cfj 7ooe wxi 4sj 23i 6g50 2zyb 1kbt 2hy9 xju n44 20ej n9q 417i mfk 1vwl 2988 3peq rd0 5icr 8qww 67hd 4kvb 6dsa 1t9q 29ha d6uo 24qu 1dmf 2bh3 2gs0 8a0k 1jfw 2di5 115x kqo 9mh 2cu2 368f 19ky tgu k6l 1pu 1tuf 7ijf 6y8t 3zln 3rsc 2ru6 37i7 er0 d83 15mv 8i1 a9hk 8z54 5tr0 kcz 170z 6t5t 92n 6e77 3ytw 6r6m 218c 19y4 1d5t 7103 2ta1 4i3o 442n 1fel a539 10zp 976 79gk 4nwr 6dzs dbi y9g 1efx 9ckg 3oi3 xap 1d97 1pi9 6trc b9vg 9qua 5dzx 1dpm 453j 10uw jgc 1gy0 394 4dwq 4g64 294z 8g8 7nkj 190l 69dx 5xay 2ju2 2n1 7s9 3syd 4wwt 2fg 2f45 3pib 3fnf 2bb1 xv3 9oy 8a49 4af9 3wzh 799i jcn xbk 1zg 3szs 3hb0 78a 84d ooy 3j1k 7y03 161w 2h7f 4vqj 1ui 10qw 27gz 9vti 4n2p 6tr7 59 2phx 8mb 4h0k 7qj qla 2q4q jf6 2z4g o6y 4v3l 63ng bwz9 4ect 1gg 4aed 5kf 1f2c 4qdy 1u9p 1q2d n40 1nsm 6pp xw3 44f3 40ag 2mxf 4idt qc 88zn 5j5b 3o2z vdr k0v ax7q 1wzm 7tk 78e ylu oed cu5 t2z 14x5 6t6x 2qp0 82lt 3njv nw5 6b85 qk2 1f3e 5i0d 3co lo3 4k49 4wik xzx 18lu 2bml 415 2wj3 hef yf9 5bj 140e 1t6k lx9k 5q8u fpqx 1582 ri8 2rsu 2vmq i66 25oz 1wve 2ph9 30i 2k9r 4dad 6t5w 6pfg a1yw 10sw 2sre qkt 3kcp c26 bz42 50d2 l7c 9pxo ro1 5bni 103d cir9 2irv 3aal d9s 1l1w 1dun hdiq 1mat 37bd 1sha 2tlj 1cd5 44ca 1gae bz9n 1rn9 2f00 349n 355 1jw 55ma 75eu kad 1o7q b7t 1sob qj2 3sxa 3f0x 1fmi 2bmj 1nqw 1dr 6f1z u4m 12gm nix 1vmi 1cep jv2 3mcv 377s 8fn 3ivf 1oz8 97x v6b 44yk 21to lxp 1tg2 3gb6 9dl1 3b4 fb9z 886 1qwr 4cor 20wt 1wk8 8we 2lk 1wky 61z9 39mq 3r6j 4fin 8uk4 3lj 2usx 2q2a 8w4x g8p 84it 4rjv 1k3g 1wxj ff3 5ach 1cya 4pqd 5y4l 2cqx 3pnn 67pd spt pk8 2eat ylj 29ux 65u 3u4d d9a 2a7a 3aw7 219l 57l3 on4 2pwb 2sv8 19as 5g9c 1cve 3hn 6c0z 2jw6 d6p8 1nda 1wu9 gwl 3e57 cef 392p 1e1u 6gf8 2vt wsl i853 7kqp b5bx 3q5a 5zv 1aj3 k11 5ca 1z3g 2z96 259r 3qdp u5y 176e 3iin 5x2i tzw gk iyb 9lq1 bay 6e0p 15ww e0t 26qz 2nxo 1avd kam 3eu5 30v8 4yra 1px4 ly5 3v7r 5zrg izz 6222 5w9t 2qk2 4ytt jw6 4a9 140y 2r3b dbh 7rj3 2jow 3241 650r 2iiu k2y 220j 1q8h ht1 11pn 5hfn 5avz 1bwr 1mg 2q7n 6y7o 44mx 8q9 27vm 5fzl 5jqm cn5e 1hi0 69np 96em 58wv 4q7 3kq2 adnl 4urs l9dx jwo h574 z75 b5j2 84xy 38hb 10h4 7n16 25vp 4bw 6cxn 589 3y2 4i0w 2xfs 6t86 7id 5x4q
2:vr736w 14ue z4e ed9m 2mj0 19uc 1l11 3zd 1c6t a7qm 1lqk 3e5x 7hpj 206g 390z 166s 4i8i 11bs 2cdj 3219 2hd9 rir 17fq 1153 30wl 22gr orz 4e1q 1fry 45oo 98e8 17ah 16gu ageo 6rdg 22g1 4lke 4lp 9v4f 44kx 48wj 3joe 2cfs j8vy 4c5v 4nh0 ia6 1dvh 34hu abm4 4bxv g8r 4nh8 2eod 3j5k 2oo2 4fk0 3o9w tah 1y5p 20m3 1odq u0t q8c bts 3dqq 2qm0 3grg 17ej i3w 76td 2vjx 1z6x mzv 1o89 29ng 2d0w 6lms n54 39mv 2jg4 6ror x85 h4yg u6e l9k3 oui cw26 47op 1e6k 6afk 742 1my5 3dvn 2ju6 5t5f 15wv 66qi 1cew gty 4wjo 3bu7 ovi 2ay4 2li9 4yj8 87mk fz0l j92a 39pi 6hgc agv 33z8 3i47 a7nu wec 1nt6 c5bo 1cqj 4hg3 19k 2gp1 aci3 2rp1 ibt 4k86 6s5g 3sug uwe 1vnc 3wn6 1qjc c1ph kb9 56ov 16pg 21ah 4ea7 6f07 9ca2 706v 1z17 1rxg tor 2uzj 5feu 23vq 4kdt 3vyj qp1 va 144f 6ae7 1lyn j49 2l1w 2hks 1wft 5eew tnw 892d 15cx 2dm5 gy2 2dba 25ld 7jq0 2g1r 3tpt 67d 69zp 7xrf 2dcx h13 12f 1axj 9xml kou 4b9h d0xh 33gs 3i3c 1zzy 15rq 4m4 3x0l 2dx2 2a4 861m 4uo0 e6p0 q9x 13wp ky9 6y3n 6974 4hfx 95w 1z02 270 3n53 2ua0 cr6 20yy 5i6n 8ily 8y2 1271 i0 6opo 1wx2 7fq7 2sef 27ru 2aa4 x6c 488p 7xfq bezi 24u bza1 1558 9mg gh9 1itn 1xc3 245g 1znl 3phm 1mpq 2rvg 122k sq9 1f9n bbpj ebx 54tq 4fo4 1bo7 1pxs b61 id6 cuyh 5f3 2gb2 3z2k 9bk 35o3 e9in 3y28 5ocq dlk 1lfs 3prv 2wyy fuzh 2629 vsf 3zu9 23s6 3hgd 41t8 2z95 4ji5 3v9o fb0 2jaq 1e8h am59 1kpv 2jrl 7aq4 9zw 1gh8 5rr5 4gyb 29zs 80g 69ec 172 1ucw 3jw5 5r4f a49r 2uc 4dd1 3el 1qv7 22kx 3f4a 1wq0 54hp 8pvp 1f4o 2lb3 15gv cz2 b8t cf9i 3dao 5cml 2h2d 1cm2 4wdg 2gbd jgl 3ckg 1ik5 2ac7 6pzc vyt 5x9 77n2 uns 1rn3 176s 29fq gxg 15lu 1121 1x83 9j4g 4qda 1z1z 2ywb 207y 158a 6dsm 8ciy f1j5 5208 qqt 9m1p abla 281d 5z04 20s0 a0n 2uwo 1zby 27fq q92 4xth nq3 18o8 23il 2fie 80fz 44op 4lyl 9pp k73 5y8i e7wk 1515 avh1 32c7 58t9 q4v 8eu 3qv8 4w9l 12y5 48fl 3itb 4ce6 40ic 2plc 1i0o wzv 1bou vwk 63xz 24go zn8 v37 1rqy uqm 1fv2 2ry1 k9z zd3 18bn km 3515 16s3 isj i3s 38bw lrx 3z2h 4lye 7rt 3e2a 4bgg 2u5m 39vx 7iyi 1qtr jpk 7a7x 8jyz 6j3c 4ikc 6otk df8 5r15 18r7 352f e6c 1azx 9nc6 29e0 1vaw 2293 qpx 191 fz1 8x6g 9wks kt8 esq1 6ho3 apb xj6 29pr cdt c6r doi 2cv4 8rk3 15mt 52f6 dow 3o3g 5sdh 65or 352p q08 24ze 3ny 1cww 49p 7yv oyw 65vk 4o6 1arv nc0 biz 60sz 8g4a 8n9m 8jbk muu smw 4c55 318f 2rfu 2fwe 1h59 12ns aqwu 59rb ym6 3fse 5f 1a4z 5pdu 914 3q8p 80a6 vfi hh7m 39vl 166x 14uv 1y1y 3oih 2ksn g2k 2pvo 3zft 3rjk 4y4z 96kh 30ig 1zy1 2axc 1n93 2q69 beqa 23c 25qv v1b b59 a0xr 4983 2yq1 3pj2
2:x436t1 wjw 567n 2wpn 1ey 1toh j5v 1j9m 15zx 12fj m2i yjk f60 1fqd 2cfi 5ym u6b 2f0e 1isr 1a92 12vw 3mr5 5gjp 1pzx 1sc 268j 8xqd 1ley 3omx 23xj 3rs6 x5x 2j8p 3xwx nvur add 79uf 1gql 555 780q azd 106g 46to 20a1 2wmn 2tin 1bjz 94jy zhe 2nw2 dze6 277s 1pw7 3su2 1dr3 1pwh 2byp mau 2an6 1rnu hk04 4bdx 5c5l 20xv 2rkk 78gv 1m80 3ndy 99ba 1egc g4k haaa 3q8f 3ymk gpaw 9eb 11fn 4mir 3qt1 4m37 6m5x 2r0g 8e8 1h5i os5 9g3t 47nj 23y5 9lo4 3z8j 2n3 1ald 5irf 2x0h yal eoni 20e0 5k9v 3f23 13dw hjv 3xk2 3nem 30a5 190d npz j29 4ozk 4lqs 8mh aemb 29mz 3lrz aps0 5gu8 28ws 5ze 1efa 8el mgo 1j5a 1ipu 4ubj 49x0 1gia 3f11 8247 1x5h 5rkf 2n98 7j59 15d ez1 1adk 9jlg 47p6 2o17 jhey 5j5 3hyk 3okj 51ox 132y 1nmh 2ckh 31ih 6cv 22t1 1rlz lxe 2cvx bmn 7w3z bep 1ly8 16jz 39nq mq 6prh 4yrq 20to uce 4oy3 uey 2pqr 1xoc 56iy 2ncw 6hts 12yz 3x2n 5wa9 l1b h3x oz5h 2qyn 284y 74gk 1q52 c5fn b8c 4b3w ahp0 2fcg j9p9 2agg 2ffg bfj1 510 90hs 5hje 1gd7 5d3y 3ynq 64ib 14o4 1w2i amc0 66b1 1rd7 5p8y 5nap 4fc 216n 2d61 2ce7 alrp 64nm 1ehb 9hu 54yu 5gji 3q87 3llr l4b 3ljz 1s9l 94n g0n 9cz 1pcm 50qr 3u6 zih 1rbq cby 1b7w 2icx 29yh 2spy 673z 3rcb diz 3m6o 39wg 3u3p qyx gjg tfj 55w9 4lbe 20k7 vyb 4zf6 at89 29di 1kjd 23kq 5koo chh 152m 2jm0 2r8z 8nn8 pn1 yll 6frx 65ai 2dgv 4m0d 3t2a 79d9 1ak1 tj9 4yu3 1g9i 56ur lwj 25uh dnf4 53eh 1yhe 19pt 1d3l qz5 tzs osv 58dx 1nim g3cy 6xgw 2a9t 25to 22b3 14c2 32e 5vp 4c6v f7g 9cd7 4xfe 1zwq 1o6x 65c 2za1 2jvi 2lxy 1dc9 16s1 19f6 1v5l 2ivx 3s3 1jqu 50wy 74y6 88h yal 2824 90i e2h 1css 1tsp 1pef 3gb 4s25 2to8 6jq4 26p4 7spa v15 mu 243z le2 28ur 16vf 1eq 2w1i 13x8 5xeb 1p8l 34uj 5fkn 1wil 1o7x 1b5e kg 1j73 110x rc2 2apg 3s9a 99a4 fntx 4q84 fx21 2et3 en5r 1ivq tsr mga xd5 2c7x mel be67 2rkw 1oxm 5a1c 1nnk 2e9j 2qtk gcuu 19hs 4lb6 pch 4jui 261p yzt ey4i 96r 1qod 3jq 2drp sp7 2127 1ivi d3nw pm7 1cxt fbd 7nk 497 198g 3350 gtt y2t 41j0 w1m 2164 10tw 7ski 2y8h c1d 2ls9 78rr 1zdx 9eco 2cfe 21v4 ju8 2wl0 21qa 2wuw 2d11 uwh 3kzo av8m 6448 1bw6 5sdm 54fd 5mi1 21c2 f3l 4if qz3 5uka 1sg0 4je ghn 2pgf 1l5t 5a5r 1jug 9dhs 2r8u i1q 6p04 32f9 247b 2108 iz f6s 22dp 1s8m 47mw b9t 4n77 50c l9i c80 1vb9 4tk8 abl7 4cb2 1qj8 3s37 10hs h88 axxk 29tk 3pn6 1ujz 1jso 1qzt 4pb9 385e n0v q3l 6dx6 6fko 423o 53t9 emo 2u3u 1ex 2ajv 244o ojh 185q 2jur khg 8ql6 8fhz 3mdf bb8h ny5 5971 75e 3o5 muq 233k 80fx vpr 2dg4 76x3 2wat 6r2b 226d 5sgd 2n1t d8uw 2cwh 2ip9 zyd 75hb 932m 53pd 88pn 15pa
2:yffiag 80n6 8gcl 3nhv 4zef 7e8 33l 13ma 2h93 ej2m 3h82 k3b 434p dz1 57n 8p9v 3sxk beta kmz 8kz8 2vw1 4mle 5om7 46mo x0x 14b1 79h5 v4k af8 5i5 198l 1tlu 13kh 2s5e 391b wa2 7oah bqmq 427u 1hjt 2mjq 2ce9 48v3 c5u 2f9f 4m97 4v8p 21qz c1j 2d81 4f84 98en 7mvb 9hc6 1sz3 ho0 2w16 juf 5is7 8ik4 4o 2qz9 2oc4 3lav 1d1l zhb 6nth xq9 5r4u 1y0 194q p5j 6zf7 3hrt 2rf7 2q97 17k0 1rir 3cy1 gshh amj yg8 sfr ksr 2sol 123r 4qyj 2ge2 8dn0 ype 8jgh 5eaj 6j0d ib8 9xio 7d7p a50x 34wf 8nic 2h1n 4g6 26w 6d3z 4mf 882 v0n 451b bhpk 48s0 2yvc 1r08 16vp 4zto 1d07 5aqh nw1 35ob sv4 275p 8kb 2x3e 3tzs 1pzm 313b 38vi 2i7s 61ur n0c 4p 2lp 1dd4 eisv 8tja 1jfr 7wpe 3wkm 1zkm 589y 64og 1cl1 sq5 ajl 23wc 2yqi 4nv 67ao qmw mev tgv 88v1 92nq 1p0w 3im9 gf4 2cyk nmz 2shi t55 afm7 15c7 2yzs 7ig 5j9c 10e4 6kf2 35s7 1rkw 26t4 2l93 l1d 5hhz 7hd 3clu 47ui au66 8rtc 9mg 3kys iqju 1qdg 5v8c 3jy0 568h 2bp5 1c1j 265b t5u 59pg 19on 2114 28tb 1jml 35ca r3y 1r7u 69lk 3kkb 89px 2gui 43l3 i3o1 2opp 35o2 3gb7 4h4 17fq 2805 3pi7 4c01 508a 1qmv 27a7 3d69 2f6q xde 5uaz 2v97 311m 1xi1 2awl 26oc 2r85 64pz 2oi 1fbg blkm imo 1xmo 253z 1syo 8d0 2oyr 6jn0 2pgl s2h 2vk4 6idf 7vj3 gz2 6f4d 2gi9 4dni 52o4 3vt cct 1cuw 1vag 1eh1 12me 3tow 2lou vpc fxl 51n 13ki 2ixx 4d8x hzj 1ge5 43eq at4 442u g86f 3tde 1av 1tb7 12ew 62ga 6ix 5gea 2ud7 1144 1hz6 1xnc 12km t1z 36bg y6u xfl 47r1 2ta7 1ziy hnn hq0 7l67 36id 18hr 15x2 2rk7 145b 3tnf 2bnr 2nib 3q71 8wmb 93oo 1h99 1lb 64ua 3lx5 443p 5nt 43x2 5bzp 1j5b dej j4y 2og ejd 1aaj 22ow 1alv 49b4 39n1 1rj6 2c6q 4v5v 4rv9 1tli 334x 34ee 1ipg 36l5 5b9s 46b0 7tgv 5k57 774n hkh 1ca3 19zw g34 14ke 3lp2 5rb3 1pn4 8dy xg7 b45j 7j8s 1qvb e27 6z3 332t 13cn 9ci6 1qe3 5tnr 12sr 1mi9 4dxj m4d 2prr 61zi 2yj7 2jey 1iez 1z9a 9m48 r0q 1pdm 113b 3fyr 2su4 89vp 25fn alxe 6q8n 3vm 2xtk v1b 86v9 ww8 4fmn hy7 893c 4ry 4hxe 3no3 26ty 7yr0 2pym eu1 26l0 4fuv 1yy9 clt 5rxi dtd 9ap2 d9io 6fhy d6j 4s0c 586n 4tly 4rz5 3bpm n2 48ix 8ggy 287o 44o7 d4hh 1ysv 1fy1 3evy 6d6 4iv 5csk 2y17 2w4k 1wro 3n8h cwta 68fr 4o26 eroc 166w 2j57 7ww9 j2c 6pjn 1wtc bl5g 2oqa 1vqw 2g6k 22r 1ja9 4iy2 etv 7hc6 1cp 123h 69rh 14b4 1u76 3hzf 6h9k 2fx0 zd7 8pr 7mrg jp7 5py3 aqn3 elm 1n36 4764 3f88 388r 15rh 5cp4 kgq 4195 8ug czw6 6og6 asp3 1aup 25xm 49uj 3xpe 3mg4 a4l zuy 1qei snp 6elk i27p 5vi2 4cau 1cg4 b176 bs76 ccts 1li4 66e 3pc 2011 55re 2ndv 32eh 1m0f 7ct2 80gg 6zd0 6az 7ad 15a 250x km3 4i6q 3kv1 36xf 5wn8 h1j yt8 1huz
2:zryjgm 7hbc 1xrb dzw 6ib0 rhs 19lw 1pxs 38w3 i2 zh8 bel7 9sr 2dlc 4o0u 7gsv k32 1jj 2n8p 2070 hutl 2msg xpr 6bfx 289 vcy 1na0 4hmu 84y pmc 4gyx 6h3d 6g6q 5qri 2eep 691j mhf ayo 35wl 1f3k 1i7k 54yp 11hx 8tm 7xf baqw 1jzg w42 2c6z 8193 25mv 3tf2 ccaf 4vuo 5c1u 528b 3ig 415f 299q 1lfz 1nv 4o3o 2ciu 99bq dbnu 1ygb 46c sqh 3mvi fe4 kycx 1m6 1js3 fybc iuh 9rwg f41 179n 2ouq af3 2xi0 2hr3 5jjx pyx 2017 2fe4 1617 1lne b33 32ys 4zfw 8k5 1spg 2e68 5xdc 6td5 5dw0 4ir 5pfu 6eex 5fxo nd 1688 478d 39mv 40jj pmp mas emc 7zdw 98v8 21zt 1c1w 2v6v 2dw0 43km i68 3b3x 265f 2hiy 1qju m4x 3env d4g 3uud 3zwz pva htw stm zhf 528 2qoi 2ie3 5z51 1b4s 76fc 1jex bnh0 4cm4 z5f 5go 3h0u 3mye 1tot 22xh 1chp 2e8 2b4l 3xne 4e71 upt 2odk jin x3g 1k74 iat 350m c7lq 6brp 34ln 35f3 5mbd txi 9giq dx6g 1fbw 6x6a f5q 2q35 3zkp dcu0 6kjh 3184 3du4 iy8 37zk n7 3l7u 2cmn 3elv 2kb0 4tbo l hzg 3trn a2z1 37ka 4hj1 1kun ia2 3fl0 avb4 1x5i 33fz v35 4akb 30oi yf9 2590 22jp 40kg 1g9t 1cyo 3nem 3sjf 91nt 3kal 981o 3ixu 134v ztw 38xy 6bim ewj4 3eko 35g8 4zqy y2m 2spu dqn 3ied 2v2u 15zu 1qhv 21sw 31ne y01 1mgw 6tgh 3x96 1wip 3etu 24pr 60xk 1alv atgh r76 109w 3iod 5zg2 2s3k 1ka2 mex 1t24 7ssx 6i7j gs7 2ek9 1b27 4naz 32j2 5yyr 2x9e 1fde 3ve 4hw4 jz4 6zho 7p9w 2g6i 5wf 5zbh 1ayt 2fqq t69 47cb usq 1xun 1zfz 1g6w 4w4q nzl 6phi 10k5 1062 21an acrs egn qc5 3dus 1f1g 7nb5 6pgi daip 2ag3 16jy 49qk ypx 1xau qvh 3hzg 2lrt 3nxx 4fu 9x2w ts3 rre zch 3e9y 1bi1 233y 6gc adz5 2uua fdi d4s6 dx21 1s5w 3vm zdk bjzp 20jk bbc8 1cfs 2l16 1p2h 21gf 32cm byi 6r1i 76ot z8o 2r9x 3ry1 42hl 449p mu1 6ubh 7toq 5das dqi 2sfr 1hjd 2tdh 4pa1 1d89 1sa1 xb9 26s8 7d4z 5ah 28el 4872 4jg5 9dmr 4ruf fty 9sg 1u19 2l0e 18m3 aek 4lox 1mq 3xv8 1o9w 24t5 9q33 4j0u 51fi bfw i9u 5q1b 1cys 40q9 57u k84 avfc c8o 3hrp l1p 3f06 3zlv 2qys 1r0j 4jvj 7vfl csa2 4o6i 49n2 rwa 20nc kct 40tw 8j3 15o3 1c3a ui0 1udw 45mz 2808 3x8u 1uya s2b ma9 1y77 blk 33bx 4541 45d y8n 1d8h 7ggv 5se7 9sz 89od n4y 16is duo q1 7xhz f3a 1l0m 1dlg 1fgw 60db 13hg 4oy8 1p63 2ygw 1duj 21w0 88g rlx 4frz 8642 45qz 2984 128z 7m2e 44fm 7c0 558c 1a15 fa9 aqg 6mbj 3h7v 482d 3rpm 2ndj 6hu9 5lig 71us 3q4l 1d3h 4gn ddj 5ngm 493o 5vpd 19p2 1mwc 1ttt 1uxq g3zy 41og 3ijo m10 5rm7 1f8v 25li 10fd 38a9 8k40 923y 21nh 4250 bnd 564s 2qfw 8zqk mn2 jnl 4olj 14kv 21fl 1wx znn 2n37 a43b 35l9 227p 2o5t 41su 49y3 84h 69z6 2la2 3dfi a4w 5lol a8a 39zj 68zf ne9 yh6 2tbd t5n 3upn
2:1124kz6 d5f 20vh gsb4 aqe dcw hdp2 ku4 9hk5 dt1 rn9 1k2a 4cix xil 279 19y9 b2i 5s 1m09 3sgm kyi cb5 6adr 9bmd 25ak wbo 30ax 14bm 2cyp 2ss3 ckck 7ns 3it0 10m 9w27 4if 3pgf 60tl 79ff 5ssf 5lr0 ixu 1o9w 50f 222y 1rr9 1zqa 2f0o qpk 15w 13is 5tj9 91st 2kew 5qh1 37rn ye0 382t qp1 15zz 7buz 10x4 469v 5b7 1g72 8756 a42w ayaq 13gu a9r 1bv3 vjo 2u9f 52ox 5x2r cukh ujd 3ve7 bwx 2end bku 15hs bygj 39fi 4jr1 2vk5 6bqu sfi 1oq0 18px 1snu 15ny 3efi 1hex ram jl0 e9pq bsg 1170 lvm 3714 nhj jpx 3b9 72el w0j kht 15cx 80eo 3x6k 8dqx 2gmc 97l4 1gyk jhv 4450 1xy4 fjh 370s 7d0 292k 1of8 apa6 89s 2ikd 8q20 52g1 51o7 9lpg xea 8t8 2i55 gup 6qes nuy 45vc 4yzu 37uw 2vpj ndz 5bmn db1c 1h2r rsm 6uy 44sx 2g3q 2nqa 2rzl 18ay 59ns 30b4 ckib 3er 1y24 3j9p 36zc 3y2v 3lil 95yk 162m 3683 123g 6z3v 35q9 1f6n 7s7d 7xq x46 6xb 2eli 5a2s 61qs l24 7tn4 265u 30db 294l h53 3g0j bmta 271h ydo 3han 3h40 i2q m6j 5k2z qi6 2a2g de9 648m 3cnr 1tu 8ghg 7d7j 283a jd0 1z2j 1z5b x7g 5os2 ezb 2rpt 349k 2fql 3hvy 1nyq nm9 3lbs 5pn2 4ojd 2nyv 1p0q 1lvj 21my 6ozx 5pf 5e3n ogu 2uu h4m 3ofs 5xts 46s6 2tdw 888z kjn 7niu olt 3rin 2i3g 3exd 43ml mf7 49wn 1doy k95 l6p 2hn0 1afv 8fdp 1kdv 19t 3rpr qei 8dq jdrf 2jgk 6c5 oke ec4 6jhl 3mof 30jn a62 me5 4qfy 82gw m1r y6u uck 2t88 2hb3 9ofx 1qw0 5um3 1mxw 3jpd 5wr 1x0d 9r0h 86q 1bud 14sd 587e 2k2w 13xq 3cv1 26j1 14a3 kwx b40 bpu 2368 3kas 2dho 8pf7 65f1 14z5 1r89 1gs1 62pm c51 7yd6 4dyc 1k0e h8s 64q 9eho 1q4z 776l s6g 3nej coh 15vt 3zvd 4jmz 1hnp 1nuu 1vua 706b 1f02 476p btx e84c 3m24 5f4q 39h9 72m5 2tuz 32sh nd2 6i00 1vlq w97 8xhr xnf dbmc 837 6mon 1oaj belf 2eey 1q8i 3o71 5e1p 224f 496f 1zn6 mc4 5etj 4x2 iyp 1g8k 990 57es gerg 23ep x2q 8u8 13te 5amo 3r48 c1t 5ykg 3mn9 1pfs 2ewi 2nh0 2vc0 1xq1 1yn9 170p hdo yd5 2h93 ktl a014 36is 1n1u 1rph 9sc8 n81 cib 3v9 4glx 4qrn 6hlg 25xf 2awc 2a2 1cnj 3z4j xm 4sul 2s5 1gqa 3mnr 2ybw vk5 1j8u 133q 1j3f 60b wyc 1tnm 818 14dr 65rj 12vz 46j0 2tm8 1nxs 1dr3 7ybw jix 480r 2czd 216w 3ntf 4hkf 3ql1 43g1 2vpp 14mq i4m 221o 3h6j 18zy 1aoi zfo 29dh 1xxx 3h36 31hq d6n 4te5 3kbh 19x4 24pu 438 6twy 2896 125i 3ibl 5us 3oit 3e2z 48rd 1jln 7dj2 8izu ay9 9i4y 1my8 1e89 40o1 3auf 4i4a 3zl 8gsg g8k ptw 2lyj 3c0u 15di z3p a8a1 1u65 15pz 3kyb 395t 5o82 41pa 49at 3h00 uup 9q94 88j8 agc 1lpy 5zw4 42qv fn7 1rk4 1pcn 9m9u p1u 5sbz af8x 329 afn 1imm 9kkx 6gs 1xix 86f5 3lty 4q4p 2rvo 1tjd 186y 2mp3 4rfs 172k 54tf 701q 8rp6 hku
2:12ashsa 22jj 1p5d 26lk 3ctd ftbj 45an tva 22nc es8 3cwc 4veq 1ktj 1y5x 3bqt ydc 6caa 24nv 1yj8 ngo 2o9u 3fq5 1l2u fxz ibu 3rc3 80ss 2t72 24dc 16w0 48eg 4aqf 3vel 30hk 8hwi 1s0q 4v34 2wgt 7ajn 3zpa 1yu3 27h n11 3v8b 1u7d 2206 gul3 4stj 66vh 5g8a h5x 60ta 2bks uww 27a4 6tv5 20m5 68xk 1loj fmx 5zju 22jc 89v m1j 1dlw 7ud2 47o4 7vqm 2s7h 6okk 352t 2hvc zsj 1ob 1hq 1684 29bk 1xh2 4hkx 17ug 2eoe 5hm5 1630 10y0 zm9 11dt 1729 dus 3ew8 1wko owv 3ixr k4y 2i19 5nqz 4qb7 44ka epfn 989t 9gii 3b5m 6z4 5hbs dl0a 1ecn 1jpl dyh 1cfr 3gkn 18t9 49as b23 4jc 1c8t 353 5ry3 2oyd 4g6d 3m3l hwd 4aer 3rws adqz 5ubt 79r 3gd4 dqo tdn 3w4x 3lp5 9d8s a843 8m9r 11jr 16e r4a 93aq kk4 8c9 bexx 7fzk 1q52 2cn8 cp5r 24cw zds 3ghf 19n5 o69 wo1 dzu 28z3 ak9j 24gv 192x 2kfj 1zdy c6m 4uq 31cc 297w 1jtj 1f27 mm 48t9 3dlp 1gqh 1th5 jq3 1q35 4uae 3p7j gy9 4kj2 np6 1rr p83 8hps 4bbh ako8 2bb2 8cgp f8u 5mh9 7m3c 2m85 56n7 5s6k dq4 1v9 75iu fj2 nxf 852 33x0 zbk 10jg 1w3g 7ib1 2ukm 4mxf 5zd8 nf3 teg 3ew8 6h9b mh3 otk 5uq3 5mjs d6e 2g4d hu6w 36ux 18cm 1mb9 hoc 7674 7c6g 308r 10f1 989h 1i5b 1gba lxc9 1x1f 4p4f imx 54up 783m 3pnx ap9i 5zcd 4sq8 1wdc 4kp8 329 75d9 z0e 1wva 2tlc 2der 1mow 1m1i 2j4q 5tuf 2ju8 27y2 ky7 13ix 4jjz 2lc7 a15 ch6n 99nq 2r7r 62x 1u7w cjqb yob 9n8i 10e6 kuu zsy zw6 12ay 1y7s 1sck 1hkz qej awz 3m39 4wjm 6351 7o6x jh6 2vgf 13oi 10b6 5pgm 9zn 1tyy 5yd 6lgj 3grr 3zio 6asf 31de 236d 7km vw5 1u02 5r2k 6gro 3sx9 3z3i 2ktt 1ai 61dm 475j 1s4e 1lnt 10qo 2ytp 41ab 3iz f9i tvh 5biq 4yad 7r1f 17tb 4zn4 62s 2jj bko ehj 1taq 17dz 9yv 2l9v 733c 6gmf 2ofs 6vii 3stx bib 1r5y i5z 85ca 4oai 20ct 4y08 2dng du1b 2ixu 5gdv al7o 4wt7 2hqp 90bw aqg 2z8i djdc 2exl 50km 5uux 29hf xhc 1m6 imj9 34il gda 26xj efu 4zb9 blj 1376 796 3nbh mxd hnj 9e06 2bv7 321o 8297 9ic7 dt5 9vu 19pp 1lk 1ex9 6a01 1o2s 2zrh 5woa h0c 1da4 iz0t yz b0jj 162s i4yt 1jim 8lhm 1yu 1fon 3asz 4jrn 3jex 4ot0 24w 1qsg mwp 5fob 5a9h 2di1 gkg 1fcd 22mv 13ut 1y7p kwg 4kf6 1l15 6ev1 3h4m 1812 1nau lau 59cb 2le7 5617 62b9 1gd8 90d3 i4i 5z44 4rwy 320k 6ojt 3ztd lx9 3zf6 9v2 m03 3vkd 1fq6 2z7e 245l ruo a2ed 1e05 9cj7 138e 2tlv 5ljv 2p3r 1d8d 6nin 8d1j 5mxh gkl 3pbu 2x1e jpj 5ztl 5ggn 4lkg 3vgq 3y6c 1wjz 1jck 482k 1sws jjs 1mqj 6n2n 2qnp 4sq4 217r 11t 8sq 51ej xi1 1y20 emut 3ifn zgp 2pcu ai08 q1c 3a9w 3qmc l66 1zxy 1w4g 31fq 1gx8 w8l 6gc8 308y 5bm6 57ee 1t6f jia 38ch 5bub 37hx 5xty 5hkq 1m1s 5aub 44fa 4a00 2kbb 2red 1m9x 1k5a 619l
2:13mz5vf 287p 579g msm ci5w 74cu 9p4 3g8u gaal 27db 19wq 17am aft8 5au1 2vc5 26b6 1iz4 3442 1dkf j28 d9rb 11p fwm 4neh 2u49 49yz 7ql0 uu gwr qqs 3v5v 3562 d0e4 98dy x8i 1opz 1ftw 2gu3 4qn1 11ym 49d8 71m1 40ak 7d0z 8bm 22j 3eu 6zlf 1vaj 8m3n 3o2n brw 6mlb 1o0v 6vxb cfo va9 4cd c0t8 cf93 3nsr 1dax 8ob 2tpt pno 3w9d 122o s93i pr0 2z6r 4xby vj 1j3s 3g41 410w 32p iu5 aovl 1kf3 7hed 2wt0 1gfa yrg piy 3a4r 1tf5 5bnw 14cq 3gmk 1bcp 4db 2pr9 1cms 1pki 61q 45kc 8oi o5c 38s5 nrc ypn o0b 1k7s iy1 2gq6 2ror 6x3f 14zw 1yq6 1324 21ry 9epu 7cih 7c1 3z7p vz7 3uzs 4bc5 7m12 4sly 6kyn 3gch 2m8e 4x4 83oe esd 5qve 5vwl 11eb 15iz 2qix 1i5d 4r2m 2paf 36gr 28b1 6g6u 5gjy 1voz 5n39 sc7 cb8 119e 4sr 7o1 ofn ahk 1i06 f84 uki mev 4f4r 5mv7 2s9u 13jd 7vs 2ybf 2n8v 3ahq nc8 squ 5hrf 4pke 3osw 5dm 11g5 5yyc 1k3y 1tq0 4zjf 2cr1 wpl 4lwj 2m47 imc 4ygh mtw 1hyr pkk 11sn 5oug 8rg1 wpc 6oms 5no 552f bbda 6n9 5xc7 5rgx 1uqp 1j6j dm7h 2tyd ae06 daw d65s 9cpy 14ep 1r31 4ls8 14bs 12e3 9k5n 2ef8 7ji 3akt sam 4ls 1bhx 1om5 2z1h 4z04 9ag1 359v kaa 1l04 42k7 dql 2t51 6xq 5hf0 an6s 2qvw 65wi avf 1pg8 cvu irt 3qfs 1lia acsv 7bn 2ooo 1cmy ww0 2ltp 8lny l3l 1c3z lfr 3j1u 44g2 zu4 2bcx 3hjh 3ha 2bio 9041 n3i 4lzb 3gat 1dy8 8f3 1yna e5c xdc a1zf 2sry 7vqw 36xk 1fif fbi 2zah 12nv 2g5z 5oy0 196t 3i8i 67j4 uwo 55no 21bx 4dun 38v0 9x88 2g3s 1ey5 ufd 251i 2cll 2pds 63l7 1vxe 9ve9 1i81 2sr2 6mc9 4a9q 1dkx 1t1x 2u51 7n7e 2erb 12or 3p5 42qu 2ox7 46ak 1pw3 1gri 1zlm 7hxt 2ahj 2zk8 28kj 323i 3myq atc2 2mv uep 66l 575a 43na 2cm2 231 mkk 7s6t tg0 5r72 25pa 95u9 4sjv 1rlp 9v38 18y5 84p 26wl 3lag 9ogp 1tjo 1lqi 8523 6 hl1 h9n 3tqa 4k69 65xo jv0 18b3 5kzq ay6y 4p8d 3f06 1z7o 1e8h a8n 78h6 eal flqa cvzs 9nz2 5xla 1c6b 21j2 1dhv 5ce 7fq 7oc 1bqr 29z dmw 9knk 1cw0 3jw 1821 4fx0 19u 1a8i 3kzd ef5 41vv 2xu9 du7 22be 2159 3uto 2f1m 1e7y 7wau 3qt1 2qv 3j62 92jh hug gl0z 4ped 2uqk 30i5 24f7 2c6v 4iuy 1nwu dbji 93dg 2fwu 1xta 490p aeqc 2qlb l31 1mzn 2gn8 2mev 44fb 89hj fia ed7 1r0z 14fr 3lso 281j 3vi1 6h2 1a27 ga6n 5r9 2efg 2lcs 2fbg 2xtz lht bmlx atro 2tip 5821 2lta 5zc2 4nq8 3qs4 6wni 2xqf 556s ylc 5ef7 5960 nlg 2bwz 10zu 4j1j 72uo 4erb 5cll 5ob9 4vax 8g 1t3i 2e58 4qww ntv 4y46 1hgg so0 1jr1 got 10l9 2ivz a0ps 5c00 a75 39xf 5dw 7oy5 3av2 5xn3 199s 2yci ew1 zu8 3rvk 54pf 3w5s 74wa 1di1 3tlg 4axo 5cg1 3qfx qk5 4p8y 2foe 28zg 2zix 1aw2 1xos 6dnd 4d4q 44h 8l4t dtiu u8x 1y9 lbh gl9 1xs8 9zg3 38sr f3q 10ji
2:14yftoh 205m 7caj p7e n1x 3qas 5cyf 1unc 35pz 2a76 2m9q 159x d71t 1sl3 5ck4 bkyq 31cr 2v6m 6q1m 1n5l 1z6f 21w9 47pu 27uw 4e8b gr3 42ca 1ogv 3l08 1huw 1g2w 2orc 23vr 1xls 5tu5 55om yy7 4gu8 aun rfn 3g tcf 2kxb 8808 5mx 1yx e2g 2g21 xei 8wxx 2bh9 tgv 8xmu 1mqi juiy xc4 1ti2 74lr 6ll1 5fi7 3do6 kbf h60 b9fd 1wky 3s9f pz4 38v6 9v2p 13so cz9 2oph 4hi 2ixh 4fqd ics 356g 1mhq 4s1d 4zz2 38ok 4t6d 2epy 1ahf bsym 4mmu 6b7d 2ud2 78u5 1x5m 6ini 13lo alfg 56ti 2fvf fd4v in0 90aa 1px1 45a4 36u2 7je9 3zrl 7qs spp 5ybv 2qhn 45xs hbr oq8 kn0 p36 1ykf 4t40 mdk 4c74 1hbb 2vgs 1ah2 7fq0 2xs6 6gc4 5j48 2tto 1asb hyv b34r 358n 22dj omt 2ib 1wh3 1d6 92t 8orr 2kz6 3rnv 2xj6 4m07 44f 8t3q 1fts cjak snc 30e 1vt0 v47 47bv 1cr8 21l9 pja 2oxz ok2 h6g 1rqr 2gca q2f 664y dsu 4tig 5cmm z6a 2jjo 2cqf 1291 2ctt 23wj 4hm 6l61 132r 2zq1 q6o 118f 22f dpf is8 3d0k 7sey 5ztw 4e6n 1cn4 5xwd dfy 5n9 51u8 1ak1 12m4 1698 1yvn 5x0p ita 5p6e 1k5o cfl 23v8 1673 1hru 2ipv 25a3 807h 1hps 4xtw 9s2 2cj5 t4h 23f8 7189 5suk cpac q0s 4ya1 d5o ar b037 53n4 17g0 72mp 38pd yeo 1o61 27d 92b0 1k9k 3j7y 75g9 2wmz fmr 1hno 1kf1 1hj6 2v0n xzy 15az vf 5fex 8vrw 1ttf 124s 6hd0 2v9v 9r6 1g5p shg 18te 2iih 1668 w2z 3fqr 1n85 1kw2 58xq 7flw 2l86 a5b5 sp6 i2h pd0 6rxf 1qnk w67 4159 53o1 2cdp 29qn hfd 10gl 4pky 17db 2fa0 1bos 23z8 1szd 6ba3 468j 6f6s sgf xwy 2ohd sdn 14co 1s3f dzeu 45pz tez 2z0a 6cr 1686 29fm 2wwy b8z j4e 7501 1w2m 1aq3 1982 8z3t 5tj1 36yx bqc 17d5 ken 285 qy6 19n6 pgi uc5 1rd8 8fq cwg4 4ea4 2ql0 4538 4pyt 77kj g1n 7phh 126o 4l9i 5u38 233o p96 1u9b pla 11g7 1cid 8029 12i 2m8t 4kxz 7s5e 17o4 4o3m jrj 112n 1uvz 5we3 6dz1 5ac0 1w5u 274e 5sat bau5 2agu p6k nsu 2fw 3kyh 254 nvf mcu 32g 46v3 21cr 2buu 41ub 2zf 4fk5 dqaz 2lst 2k2l 2l1g 1lne 4ae 33i2 kz2c 58j1 32j2 3e9h 671c 1vuo 3wcj 1yfh 4cei j7g 3n1w gp0 jq4 1ua9 61j 2yob cob0 32wy 2a2g 7v2 awf 8gp 16b 126a 67pt 2g7 6e65 2kje 4wgs 1jo4 1lws z66 c9v 5ju 2k2w 1lux im8w 6kpq 3k5q 1ji ylx 67ie 2sx6 vfn 6cb 18d4 g0c 1h94 gopu gvx 2g3w 418i 489r s0f 5jj 5y17 30iq 16j5 7wb 6iv2 8elm 58d8 9w7 q84 gy0x 3z1m 1la3 2jdj 5gyt tgm j53 1mw4 1omg aajo seq 23ta 36au 3bex 1q9f 1trm 3ks 16n7 41ya 1gjy qdo 1v7f 1nbb 3d80 lzt h2v 1d21 5dne 1xq1 1mvr 4juu 1e2e 36bw 6cc8 mdw 1kkf u 9le1 7kkl 950 197g 16on aev8 4tw0 62z8 a11 62z6 cyh t9t 1ws0 12du tym 2ato 68k 1855 2gjc 2iny 38mr 16c4 ajk l9u0 zvk eou umt 1rt1 48lh 82f2 9fcg g86 1g1d 2l0u 8ci
2:1665z2y b0xj 2lgz 3wu 77iv 9ayh 107e 1og8 4wvi 3mbu d78 vjo 3cx9 1qs3 644e ajqv ush k2m bpkt 5850 420p 53mr 19vo gch 2h2t 1br0 5qrc 110e 1lmd 2hpf 3moz 15j8 2ogj 32n3 4prw 660u 5xkw 2ldq en1 2l9q 3vc8 3fev 1yaw 5sj3 14rl 7j5y 137y 4lbq 4nkd 6b5a sdm 1xvz 2655 5a6m 3702 64h 512w 7c02 8fsn 34fv 2aej 2mns 1dwu 2g49 cpof 1s1c 1zsk 6k3d 4kdh 2dhv 268g 1qti 1kfo 2fnv 1k7h 77h2 60a7 1sz1 4bz2 i1j2 l2c 19us 1uly 40s9 4q9f 3qpk gx2 2zlq co4 aztr 2ja0 5de2 3ns6 833u 4pls og 3raj 9pxn 1wvk t1g 13gb q06 1k7c 26ci 13zb 1n14 4lkz 81e 24my 73qu 41gt 1k17 4dd5 3ys1 24vy 3pur 1325 14i4 2j71 48ko 2twy 47jl 1k0a z7s iyf 37bg 1oah z0r 162v 2725 299x 9gy 51ft onq 2gg0 2avn 658t 4ydf 5zmq ahwc 4t4t 1ekb 1so 7cc 17qz 1zk5 4aow 1hyk 22x5 gwc pvi e49 78em 399b m06 1ct6 c00e i43o 1awm 2z18 4dhr 8pf6 iu7 418f 37yi 6fk 6t8 198c 3r2w uw6 6pfq ayya 1x4c 1vtk 3e4r 4pnh 12ja 2l5v br7 144 2fcg 1sup 37mz 107x 2t95 rl bqk efm 13pb 9nfy gkk 2585 4gfv 361 22mz 271g 30gv 2nb6 36vc 8d8x 1ezc lis 3su5 1uh7 1n0a 2a4y 6s9 1bux 4zke fzac 4vi0 15wp 4d8h avcd dybu 34cr 598x 1e4o 7ql 5poo 2md 62v7 2n2s 4ose 29x9 e8o 2ctu 61f5 r5j 1h1k diqt krh 298e 7f2 5cdh 6erc 8ov3 1l41 9e1 hoe ajzh 6dbn ga7 x49 5n4 k97 6kb ax4 ubm 3hhy 1ikw uij 1xhc bvu 5098 2c53 306w 63xi bjbk 3w2p 427j 4t7q 3u9d 1w2s 3jg7 1jhk 3k0d 178g 1oy4 x03 4q5g 1ohm 3tkd c1cc 1km2 3x7r 6po 1r0h 26t3 t0l asw3 237v gnv 2lzj vh2 1bkg 8o9 1wnv 18n0 pp8 2ulc 2o5j bmu 6c54 1mfo 1i0c 3oug 3kth 171n 59py trn mvo 1jkj p87 3sv9 epy 22ej if2 3prx 55si 26vl 2g0q 5q03 nke 9lkk 1hx aytp 8p6l hc5 39ve 2as w9t 2loa 2e5i a538 2no qmc 1vrx 60az glx b26g dr33 gf9 1j2v 2656 320k bt9 7edj ixk o5q 1vn0 4xj 5ulk uvqm 9rek 7bzs euk 10jv 1bmj 361 ecd 8hb8 449q 9yc7 myk 8ed9 14uq 67fn 3b4j 2t72 18g 2ee1 23k0 1tmx 67cb 8orf x9x x96 1g1z 9s 4svs 42dg 2ljy ct9k 16s8 2whu 1kx9 1px2 4fjv 41gw 5cb1 2ghv 13e 11uq b4y6 4ovn 30yp 3phu hab 46hc 10iu c3os 2ybm 12ut 2oj4 3rws c3f 40mm 41if 6ogh 9g5q 4hju 25u1 30xd 4v55 1qdn 61my c1tc 5xbc 2fud 7id nqk 6m7 qrj 42pp hxp m0t 1x6j 10dx uvp 1621 1sxz 1aim g2p 110s 168l 3yz0 1nx8 jqc 2jaw 3ep6 23v7 2ggi 16t 35fg 2ek4 21d5 64pq n0l 26hj 2kpc 5yao 2prk bsq3 nrj 5ft 3eq 2ac0 8b6d lch 1k6r 6ryf i09 y2 60rp 1gf 1trv 6l5o 51u5 104c 2dhi 91l 5ft 2t60 4y5i 338h 1is 2ul0 4biv 68g 4jyy lw3 1rnw 2xcq 2h0w jd6 8amc 1x5j 6nxj 88wh 207u 2qtx 6p8d 94z 2dqv 13rb 72ja 27i1 4kca 456 7kt 1jk 494 143u cbl 2kls 1npf 82yn 2iy8 km1
2:17fn868 1cwo 6oia 4my 1k7m 2c6n 4ukk 54 1tdt 3vg3 5cl9 bm5l b5s 3hz2 k7l 37ke 1can eue ffu 2vqt 10dg 1e7n 20zi 5qc8 2txn 6kfh 89hc 7834 56qr 4rn0 3k30 1lr 4d5z 4ljo ioq rbz 2vno 4dv 6lal av6y 1qgd 3m43 4ytl 5gu7 2jsl 61e6 j93 2z0r 9y3p 11id 1yul 4bwx 2d6l 3v5t 2mwp 17k1 v9t 2yl rmv 2n5e 3vma 6wsx 99e1 4t5o 4ukx 5ist 54qe 1p1j 7npy 2n1l 8piy 3hhm 5wrm 2cvn 2egw 22f4 1b6y ps0 1icb scz 2f8o 4g10 30az 9n5j ley 1w32 7s3f 932t hzl 112v 97h 15zp k83f 8139 61c 1vg0 1llx 6jol 1l3o f94 2eef 1lki cnbg 5tv4 11gg fms8 6uf a5m 11wq 30yx 1fh1 26sh 21ry 2c9n 207p rir tet 1en4 8bry 38cq 3zz3 6709 52em 5vx5 e4g 4aqr 4fbj wza 5b53 269i 1zj2 e5bi 4acs 3oez jyl 8pa 1h5p 76ta vri 1dpf 6r0v hyp 1gzm 8is 3c02 22al 13ey 2zi3 425u 1ylc 1hua 1ti5 cef 3kka ax56 2pik 12gh 41yp yv4 5x1u 18bp 5jpg if4r 3nuv 9kfr 298 qao dn2 1ljg 8c65 8bno lky 149a 6dc9 kg9 hfwb xdc d7c3 94nr 20ig 8css 1f5y 33ea 2rxj pht 1e71 2wpm 3fzu 54re 8h1n 1hps 5ow3 35t7 6ion 1tca n8u cv0g 5rpy ap23 n6f 8o6 4ged 7pkt nic 2pmy 1itt 53nn 2j02 21xc 4b3s 31t emv 14qk 10mi 3rbd bmyn 34ju 82o 1ycd 54wg 32m1 1sdv 6qo8 2rif pauo 1px8 1coo 596m f7ob 11eb k9w 2019 2dqk 99nv doo yyp 1ep2 3x4b reg 170r 8g28 138i 3c61 4tfk cet 2vda jcn 5k0e 6r3m 3x9a vor 6p0 uri lar 1bic 3gbb 53gy 2im7 3767 w2g 4t0r 43n hq8 vpr 7qmc 16dr ne5 ocg 2ouz 10h0 3cip 70e7 75gr bubh 7dq 6s52 z6o 2c9f 5spm n9k 3jo1 ajr8 1cac 787n cgv 3you i4k asv6 a3m 17uc 15qe qhx aeqx 3d5q 30qi 37t5 26kr 376l e05s 1hkc chkx 1ost 12uc 5c1y 7kkt 7n7r 3hl3 5e7n 241q b3g 6291 589b wq8 o3s 4il2 8rtu 16g 3jxd cqr 4k76 bmy 20nu 3x89 3zau y4x h5rj 16f0 cju 98xr o9e 58su 19qo 4en6 6cir 5akl bapt 3s0m g96 6tsz 2uy8 2qmi 62f0 39wt nod 2ppj 25bv 33k0 4nfu 2z54 fk7 9n7h 217 t30 ayd1 7bx4 461h 20yj aohy 369t 503 8q0z k1e ai7 1k8n n81 30aj 3bby 26z1 1kkl 2y9y 17ea rki ba68 chk2 lp0 2he9 3xdo g77 1yvl 3jed 2kk0 1lbo 2l6s 20yl 3xto 5oa6 4gim aw4 1qlh f4wj g91 4rnm 2yjp ieo 3a1i 4w1j 1s0k 3sw0 1d80 2wrx 42gy bc4 1k82 zgb 1zeq 2t1j 1mqk bca 4y5m 12jn g0g ay4w cog 85d3 8rn l5b 1440 8y2s byr 5wej 1cd3 3u88 d4i a4br 8q4e 3bbl 1eks 15rn 1yoe 9rvu 3qed 3qp0 2xx0 2xi8 lre i2p 2c28 1fd0 2s71 4ixj 29jc s21 134f 6kdn 6dsc 7mzy 1p4v jhh 6w5 1ehi 61s5 8xks 17g a1c 3o4s 1iwr 2olw 6aal 3h0 s7o 6nw9 18e8 92jx 53d 1mvr 9o8q 5xvs 5hmv hgv zj6 g30 34u0 3ng0 91le 2aln 2un4 15vj 6rcs 5yvu 17x7 9wwv 269f 385j 2elx hnwe 10j9 1tp4 514o qzh o6e 8hk 1s2m 1pz0 1ios 15pj 2st 1vul wip 2xwj 5vvx
2:18ttjbc 8pyo qvs 1d4l 9qjb e7 2nxq 4b7a 8mvh 4mia 1kl5 1w8g 2vso jwb 1x29 2w2p 5z1 52ad 48xo 51rf 98ip 5h5g 4fxy 4d6q 5jtg qds 3tsw 1wyg 43zw 1boo 25g9 4tud n94 pte 3ldv 1vwk 1wmh 1lkz 2gdj 4upm nr6 2pj7 qed 165s 13lj 34p itc 1cuf 144a 2r0b l3y c33t 9v6a 1uqm l2e btxg 4r8 8mmr 3otc dxic 10cx bhj k9u 1zwo 20re 2vgl sff 1t0b eesb 3pwv c7mb 3c31 a9vu 1p91 1v23 2mtb 15tr 32vu 2tcc 2doz oue 6gzr 34ew ewr s6r 3pje d1m 96d9 1i03 62en 2mgf 82td 34i7 7hp 52ei 3id2 dkku ep1k 1lnr jx25 i6m 64nm 1g4u t5f 1m17 1keq 28z4 13qx 1aw5 828x 6cdx 47x 11b4 5ypt 8bc 8psl 4k9b 44tx 1owo x6q 389m 1vqs 5zm5 4hjn 7jd0 3pgj 1pjm 1jdv 3hkq 2bnd 15q5 1mv3 qg6 4pb 40sy ofa 1kkc 28wc 83g 1jb5 o9f 169w 80rz 2312 5d77 eek4 a0ch 3avl 6ar9 3v6i twy c4qe 6dtg 5in4 7lkg 6n8l b6f 2hhe 11o0 4jbq 2igw 2vm9 2n9m 62vz 3skt 2rjx 4zfi 2e3c 67rh zst 37n0 ghf 2hbm 4etq 3mi9 1f69 7f86 2bn v0x 1y42 6d1h 29tp 1jd4 wcx 4wlr 3alu 2zf 7q3o 1qh6 2i5c 35m9 3huk nhm 20js 3ge9 1a27 ajd 22oo 3cqt 3v8j 1pzp 7v00 66b9 py1 6u0t 1al4 4hbg 2vdr 31ae efg 1li7 vu6 4ebf 3a0 f0n 2sxz s4z 5bcl 5m1x 5kex 16z 10us 159q 118o 3glf 3hhx 1tyt 18cs z3g gjx 2gew 2v5m 1a75 952 hsd 43lh m9z tnt a2k 1pgu 233i 1cwl 967j hpr 38mn bqi 1gcj 3mta 6suq mnw 2di8 1ub5 1prg 3k2w g9c 1cfc 548y 6n69 5hyo 2ylm 1sdk 1zgo at73 43jf b1bp q94 9i5q 12r9 1bcn hyf ohy 3nvk 3jlo aa39 4vy 51xy 2q5y 1x06 h9w 1dv 9z1 2yew gwmj 3js3 66to f6f akf n7u 12hg 180y 5cze 24yo 6g06 32vy 12hi 4zih 508e lbs rvr 5i5p 8jy 1gh7 657d 8g6w g0n 7mqy 5lum 1611 x6h 1psa 41mr 1cci 18lr 304r 5kp 1cec 423r 6vhi 2i4u 3ls 5s5b 3hs5 2stn 1em9 78rd gyst 2yrq zrz 5k0t 397e 97fg j3b 4qbx 5f7k fcx9 9gvb 52bc 4xbx 7csn 5vl4 twr gwf 61lp 6ios p3r 13ir 64wf tgh 4dqd 4yvp 21dz 1kdi 9nyd 2ig 233t 62fi 1ykx 93sv 45xk 2nvo umr 6qq3 2w9x 6po 9mss 33bv 5u6k 2ur3 2r58 23t 6j4l 5xo6 2b9 9q9l 18bl 3pbu 9e9r pxl cc3t 2jgw 1xk9 9wx x8t 1jxr 36x3 4wjv 6o0 1awp 65la 33z8 5jjl ywu 13ft ed vsy 6kq8 21ye 6rd 6wo 1ajz aae xe9 1r5g 7syy 592g 1m3l dre 4c6a zb0 3pur 2xga 403f 36j 7p9m 6fay 3ma3 8jqr ws5 211e 1tku 1c1h 17iq 4k9q q2x 2iu2 2od5 19p8 2epw uu5 bq5 2dt f3vq 5av 1y5y 1bob 2zqk 2x99 dn8r 11qh 1rsv 7vg1 5jc 233y 22v2 1uc4 10cw 9rm 8eo3 emb 1en7 2llq 3cz cw6f bdif 6cqo 1sxe jlt uom u8x sh8 9pjb 4fjp 1v8h 2pj9 467h 4tw9 7hcs 2voj 57po ri4 5vmj 2hqx 1bt8 9vg9 59m8 16ov 5ufs 2pdy 2pl0 7dtu 14ek ar63 11md 40zb 5y84 37m cuo 37y2 4nye 3wfq rku 4vhx 5u3r j8j 16nd 52t9 1qau vos 1cux 3ck1
2:1a5qp9y 32e8 8tnl aol 2vbt pbh anui 2mqg 55lr 3v1i kkt 1tbm 34md 8hyc 4emw 16um dga qyn 4aeh 1fd1 91o 3luy 7gkt a06 17pt 96bj 3d5 75b4 7 2f9t 1x5 3mm 1yn8 16nx s1b jyl 9bzv 2j67 10j5 dfp4 9udu 3gby 34zf fuf 4xua 446x 2n4q 2b2k 3c1h 26xw gd6q 21x8 11d6 2qui bx6 a3y 6qz0 7pu rv7 6wlk drzz 212g 7861 bk1w rjl 5mi0 1kbk dr 1i7 aqa 1i3y 1dbc 18l9 8y5 2hqx c7h 3uck 28gs 6ngw 3u2d 1q67 3vwg v6l 78r8 1gv9 2i01 75pl 1fpu e3f 2wfq qf0 13qo awwm d1ec 11xr 110p n4u 17es 4d5h 3o60 4id1 714a zod 3jtk 5hp r6h c9wd 6mvp cw5z 4n9m 14i8 4i7b 1dac mh1 5222 3u7h 590l 2q6g 42f6 1u1j 3kxr s6o 4sue dmhf 95c8 3598 4s46 4fo7 b2rj 9ozb 34tg 69r2 1as5 e45 qun 2rlq 3s02 jtm 1c4j 6xug k68 89g 185g 5rp8 qp7 r71 14f4 4atb 4enx z1v 1rck 6dti 49j5 b4p 68ah 1jyo 7jxi fbpp 57n8 4643 m7o q8p 2495 2qon 2jt2 13wt 1286 2c3y v0j 7c5s 7u60 41ua 3j68 704d 8ptw 1l2o bngb 37xj 5495 3q31 1y5n m4o 30ab 24se 1q5g 2j3p lgc 2zy0 chn2 13rh wk2 pgm 2xtw nys 23px 3gn5 28kr 7165 1u77 1lz1 1wg4 3pt1 w4y 39y2 iw8 2kch 4nk3 szh hal 86m 2tko kys 49ht 9jbj 2evh q4y pyq 3b1 1yw9 3ebk 3scl 9llh 1ucn cx cq93 34al 3f0r 1bd2 6orz 8fk5 5fj2 53q1 11q1 417a 4xu lsj 2udr 77h 4g92 t2v 3yjx 1zyt 1nw5 2eru esh 4pny 52gk 3ky9 1x0g 6099 5ar7 28ta 46k8 8d3m 4f2v 8la 5btm 198c 1hzs t6h 79x tqq 22zg f3l 2yhh lea 1sdn 7hs 1pw lyh 3d3o 2bmw 2rm2 380b 13q6 3qt 3mth 2yp5 e4bc 4oss uix 1yiu g0s 22dz 2qv 1yvi 32fx 1m19 2ot9 8epj yd5 kxq 20k nxv mhk aqox 7wz6 twg 1r66 x4b 1h2q 54oo 9ybx 4eu 3l84 8gl uh8 2uvo csu b7s 687y 59dv 4ale 6tzd 11nf yav 43qr 4maf 10zh 6i3m 1v73 1j6v 9v8 qni 2ecn 2hre bx7 25sk 1c7w ce7m 4igj hl6 3r88 1tp9 1z95 1ngv 26ow cnkv fsn 2y4 3mj3 a0jn 5auq 1yo9 720w 52z0 l6g 2zli 2fvm 2183 3o7y o83 st4 2oj7 1iu 1pmi 6akr 64ek 77x3 l966 3em2 2atf 20ot jhv gym 1qff fcg 51bz 3ou4 ss1 1u25 fuw l0v 6bg8 3t2l 5quo 93pg 1hcp zxv 2709 ctt 1c3g haa1 6bsv 2lk 4kuh 6kt7 1r79 x6j 3rp 1a9u 3evj 4i5 6tr7 2myi 35lg 8gp5 18fe 25ye 1vyr 2hi3 r8i mpy 20aq 7ci8 9vy 8adb 5qxy 3pp9 2zuc 4paw 107l 6axa 4xnx 1oej 2ipm 3erm wsd 4mw9 2swb 79u 30v6 67q2 2m96 1ueq 1kbo 5w7t olg 3bzi 6rxs 2k0s 3lxz 642h 2h0s 33kf 2m1x 3ifp 2inr 3x5m 7iq2 v6b 3m9d kyx 6v25 3su7 7jk 97ts 9b55 60dd 3rgq tni 4lty c0fx 42s3 gxp 1pek lap 6skv 3uqc 84l7 2wp3 3lg5 8m 6bbm 5r4u 74wi 4yob cqjf 5iv ld8 3fod 23d4 zf tv 4dk3 xcm qr8 29do 43us f6b 2ku ra8 fgb 2cvr 4bab 9bh 5al8 30lz apts 22rc 81ve 9zu az1n 1w1n 1f7w 5oa9 2lt8 6d8 gto 2hwa
2:1bgk7s7 tx9 2vdv 1fse 9hlz 1nqx 5hl9 jsc 10b4 1k6z 1f7u 3ryq 2zbc c9q 1hyu ifg8 37g4 33o7 4mh1 h70 1jg1 2dxp 6qu3 38hz 3854 2tb5 28le p94 2k1o 1fcr wyq zo0 2gld 48b eerf 6brb 39z8 5272 d8wy 25j9 3x5o 1ylx 1m9u 46k9 k5l 3at6 5q3g 3vnb 6nwf 5h8r 3dvq 148j 1n7 2usk 23m4 28ks 3erf ao5v 1jyu 1en 59dw 8p2 kuk 1a0k 3iuc jg0 43e5 4xm2 wy9 54iu di6 ayy5 5e8b 3cws 67s9 1ba 1kux 2nkf 1s8 1tji 21kw 2iwj 46st 7mvc 12fq 19or 4b7 xi 2246 1u6i 168r 49e 4suf 4wfe 5c08 1adf 1a5 1owq 2o3o 1g1j 7g3 r4w ug3 4zse rh2 um5 1g0o m2h 284t 7i44 kcr mo2 7xbd wrt 2yhd 2i18 2qtp gn8 ns1 73wp aqxi 1bxe 4s54 26hw 22su cclf 4gti 5vgg 6l5v 22yh 3zwy av4v 2x9f 1jqn 2oei 2136 1wn5 46mt 30ok 784 1863 2rc7 l3n 1fi5 b0fm 3m4k 13r1 be3j 66q3 8an 1ubb 4i01 5vtx 3ga5 5rf4 rdc 42tj 1tca 88vk 1ms4 7e7d 5wd 5shb 9hm 5xfq 5rdh 7ter 8w3 2bij 1p9a 3o18 446k 22op 1kof 80o iki 2ctt 4azi 24vn hy7 23xq hlj 2qm1 112n h7b 50e8 t2i 49rw d3x 3h2v ye0 3lf3 1flo 11ds 2xhj 6ptl 268f 1n6j 1lxb 6up8 38ck 2cl9 158y 24i6 a982 cxd 9t3w 72lo 7k22 a0el 6r3e 3124 kyk 2e7x em6 12ba 64ua 28hc 3mal 2ked 5oxw 8x9a 11hf pjd s25 1iq1 1ck6 46uo fhe 22pc ess 6o2 2kdk 3xnq 16qs 7cx s4a 1buh 1bp6 3ext 1upa 3p7a 6xd0 49c0 3l6k 7yeb 5nng 1lb3 4dt1 8n7y 3q8 jc9 1axu 8qx4 1lmd 2fev 4jwe v2o 581c 4cfr 4cc5 9srh 75b 3snp 3fqw n9hs ly1 3k50 fnc www 97z 1829 2yj 1w5o rvy 45fn 36ej 5s0z aoav 3nbw im8 2dul 1y88 tv2 1wbf 50fv 151g 1yfu 1rec 8klu emu 1i4r 2uhl 1uk urj 5jq5 2r9t 66dc 15qr 27qu m9i 14j8 rbd 8yl c1id 5j2z xwb 52tb 1s88 b5w 2b1s 1kb yly 8ow2 gtm 1w33 56vl s4t 475v 1kvz hnb9 t88 5lzc 2x67 dlf e5i 5k60 7t8 1jzk j 4lsa tco dv6 2c7z 6ufy 310v dc5 1rij 33le mmu 3xo7 vy5 fnz jn3i 1dot 3erz 3pu8 570s 90a rz9 1g41 6stz 9xny 1rwg bjrb 3jyf fmw 7w 1bcb 7c1g owv 34av 3va 8xir 3qqt 2sxz 1rie 3s8j 14vm 3eil 222f 10r5 b3gp 45wh 6dot 1shc 1bmk 2kzo 6r76 6lic ofn 9gqi 2be 3mrb 7pra 7ffd 369 6sj tmb ths 378a 59fm 2cfn 2vuu 4ptz 1jkh 3o2t 91p 2hi2 1qql aq1 1pir 66v5 3sw 1uoh 2bo7 26ka 1m8f 3xz8 2hjz 126f 9lvy 2jfq 336o 4n2v 2qsv 3sdj jwu 374f wpv 2d0 2vq 1c74 33jv 55f awm9 x4q 16ay afs0 gtd gma 69p 7qlm 53le 7egk 5qxh 4ybj 3yub 2hc5 7su7 nrm 11x6 4mmd awiy gsph 742c vp5 9elh 2igk ymx 2f56 e5w bvb 36n1 5ubi 5edg 1iea 4v54 blw 248k 3c54 9kvn 9ms8 1i37 c4m 22cf 2arh fpk scy 4sii 13sk 6w6 40ut 2etq cl0 gtx 116s 5umk 7qs8 4lr5 3f3n 3cfa 8ezl 3klu 1w3t 3sto 49xz du50 7mm 2ayw 2k0o b1pu 60pr 10hk cy0 48qm 8h1c 1psl 55q lek
2:1cqdn3c 4is3 2j0t 113p 76h 7t72 8fvg 1z0 2ohk 4c1m 1azl ogt 54iu gji 1p25 zgk 3hg 104f 3xi 5pox ayr4 22o8 1p5j 10dr 2awa 2i4m wy6 g4ah 14o4 5b1l 5gbt f1x3 hfar 1st2 20cn 5pxi 5uy9 7rbc 2n8j aey 4hax 4bl8 4jjx 11yv 270h fk1 146d 476m 2f3m 9c6 1y7c 42fx 1wvn 4zhz 972u 2l5n 2t39 3i69 ueq a kbte 2vg4 1mxm 2m51 m6p bgpv 4c6a 1t21 3mq5 3bez 7hs7 tr3 30kb 734x 3o3r 69ih 6ui c5s 9goy 9n7 15q7 4211 2hhl 3s3l 1dif 5a4b 1q2r pp3 lx8 1bl9 409r 39kc f8a 38z 2xi6 9hgl 480g 37oy 1kw7 17cd 11a2 1cfo 5ulh 1b2f 2phi 1ejy 22zi 1p7y 3mdb 27vf 4apd 1oxv 1twz 1sre 39cs 5t5 j93 5cem 39of 22vn ewc 3ktj 3or2 4o5 40i 48d b23 jd5 6p64 3vxk njc c3l0 8xlw eqr 9uwv 2bkp exs8 1tr6 2odv h6z 4upi 3bgy 14qz 7khe 5hcv 3z9q 7h29 3w6k 8mk 1n7y xx2 3yko 67f9 4wa2 70l cl peb 4at1 wnx wmr 1o4l z5r 73k8 v0c 9m9l 18cg 2yxo 33i5 86nd 4zc 56e3 37gd a8op 1s5b 35je eg3 5t5y 9bx2 711o 108i 7oz 2bi9 2fyk 2yi2 1t6w igd 2o6 3snv 55yt zhp 635 1i5w 2vwv 4l3p 1pt2 5hc 6shv 5vf9 1rxy 808c cq7q u3r pkl 2jch tyj 3d6t 1bqv 287q 15m5 1txv 2o35 ug1 cyn 1o03 mck rf4 2nwn 2jww 8gr6 7qi bdb fiwc 32hx 1ywm 413x 14vt 3cc4 1mkq 1bht 55cx bjf iks7 5t3y dsw a9e by0p 2efv 1pi4 61b2 1oqy 76fp 19zh 46zf dlj5 qdw 22qm 2jkh 1vsu 9jyy 5mly 615g aoyf e2x 1clc 7znu 80 3wv 20rv 7cqs 4mms 3ems 5cd7 4ury g4zj 2bvk dfd 2rg7 1135 1s5o 18n4 7kpz 14di 7mor 15zk 2wwe 46tj 6i7k df7g 1q9y 13v6 31y7 3mz7 14cp 41ay 3qa6 4d7v 2ekg j8z dlz ba9 2phf 7gyj ilf 2kvz sr0 ckj oko b19n iw5 4cij hfq 2xus 2mon 1qtz 130v 26d 121z 1ahf 59jl 55eb 2jct 38f9 10pl eic qaz 6zmt 1lps 1o1m 2ktn 3iyq 24ph 6f 13mh 42f8 13t1 c79 1yq4 4ypb xeo vbg 31oc 1abg 1tc5 1d7u 5z9m 4rfu taf 34wt 1qkf 1g8w a1jh cmd2 1tzr 8dua 53me 3qp3 359u 77cx y0f cezg rw9 a030 1zlv 1b69 2g89 17t3 37qs 1lc 2p3v 7b8 qm 71nz 2tx5 cjjw 4amr 863 1sh5 56vg 41pw 7yvv 1aux 6e6h 4kop 33i9 89j 4hxc enxw 15b6 9ly t27 1jtg ct7 pil 216m aldn 4fek s2i 9iw dho 3ce 1wis 8bbv 1ibr 3290 61zm 4jrr 7n39 8ave 3da w5c 1twj 1os9 5cgn 7bs e9u 51fm 1oxh akl 33zx dn1 3zr4 1sk 2dxs wl7 14wo 4zav 1rkh 379s 57cq 4r04 38f0 m3b 3rw9 2hlv 4utd 6xf6 3rfs 20h5 37ec 1fky 3ira 30s1 1snp 2sox f0d8 3jz 2rrd 2dyb 4dws 3myk 2s1g 19c1 d3h 1oj9 1k7h 109v 4zu5 9hgo 17is 1fe9 1e5n 1qr0 1o9 wdj 3wbc 2rgu 1s7c 8zm5 1rca x5v 5jg8 l9a 18ak 92uy 757t 334n 915t qgt 35qb dbc 35zo xwa 176o 77mm 2gn tcm 6l6i pms 12ih 5qh 1hd2 1z1x 2ko4 2x4v 118h x2k 435v 1emd 11dl 3bg1 25zb pep tnx gn3 1v99 4kqq of3 c5s5 a9y ee8
2:1e03xid 8a4v 1cnj 2pcb 8zno 4wvn 7fit 718b lij 23xr chky 4nop f8k 3chl 4k7v 1yru b34j 2i5j pjn aiba 7345 1yi9 qax5 6edc 1oih 4p0c 336b 8uqi 1ujh 7nt 4hpo 3856 3g8s 25g8 35z7 2ghm 978n 2hdi 29cp 279v 249x dbd 6ale 4aya zj7 4r9f fm5 bx5d 8k1 2axp 1qu7 2gt8 jm5 6sr7 3tcd dqy 19ki tdp atlp f8z7 78q h7m 9am6 4fzb vj5 4rmg 1s2z 2et2 4dtt 8kle 4m0 ezct 2n3j 4cvf mtp zlt 6i39 97vg sc7 690 216l 3y8t 3e33 46d 1bb4 16c2 lfs 2i3e 1ttd 2uq7 1eka 3vvv 7xxk 8g96 77ky 68by 29no m7p8 1o7i iqe 39rq 1eo9 6138 2zb 2xyb 3iq 3zlt 1j8d 2sop dzlh lri 7r6z 4dgf 2mme 310v 124p fkg 2snu 14e1 2oqe 42nn 2at8 1kkk goo dt42 4tf8 14tq 1j0q 2oy2 2h9k 5lie 1z8 5yn2 331x d52s 2bse 2wf3 dij 3ikl 55d 7u9e 3k61 1ezd 4f16 6oka 4fu9 232e 96cs ezm 3c1h 14l2 2blg i3o 3s16 179w 13pj 5in2 1pyg 32zm 266n 1akb yca 1ze7 7kme eub 26ke fnx 6n0t 36oq 1x4l 1e32 11k2 1gux cdl1 13s9 6gly 2l5p 1f0l zv8 2jov 1rgg clvc 46c7 3jtz 400a 3n66 wpn kfy 3y7 mi4 fcy 7bi1 3yst 1ffn 4hjw u2r 18el 4d8 10kz ajyk 161x cfv 5vqy hda bj9k lsx n7k 2l3b 12rq ef3 3c5s pql 3zcw 6g1t d10a 5q8t 1ouq 1qx8 63u ahp 549x 3wem 1c8z 2am6 1t85 6f1p 3xvt 4il eg 15qa 3waz 3rfe 2ulg 8sl 3rr3 1hp5 4jub 4uo2 9bkn 3n10 5zlv 6eb fo7z 1g27 14je 6lzx 2qw6 4350 5sk2 54qw yrv tvd 1xa1 2czf 1ixq 4lpe 40r8 38it 6dt1 2al4 1bsi 27q9 15bq 51q1 11xv 1g7k 8oum 2m68 vet 9i6l 3rgk 211d 7qr0 4rh5 1uv8 42q 1hia cwas 3nji 30lw 3j4s 19m2 2ca4 8yiy n1t 28w xig 5849 1mz 6ukh 1tv5 26ff 32vi 7t6s 2ykw 9019 5p83 16z2 10k4 1lzm 2agu 7qz6 iug r85 5soz avl 60p 9ssu ecu 4asv 1682 1s25 55ee 1wax czt 1ysr 5s0 1602 6t8p f72i 18fq 45ko 44pp 1woi 2rsu 1d9x 75ez 3qtm zx0 1ly2 3dxt 908y 3zrd wz2 it8b 60ut 6n95 1hwj 2jlc 5lw 1kzh 79xf 6iom 163l fjx w1p 4fo0 2upu onu 4rka b3r8 24bq az0a 9uvp 9xdx 5dlh yon b0f j1w 291n 9wfj 728k 1g12 1fpw 3cp3 2w1m 7uvh 15ae 11r2 2q5c ax8b 76fi 31n8 bsv 9ev 7yl 2er9 mo2 3e6e hesn o9x 536e lgj agjy 18f 1d82 7qz5 dmz 2hj7 3gwr 16ex ezxm 5zgh 5nr1 4qdz 26ee 1ol5 2at9 2qhf agwi 2hza 8bw 8gu 6vkq 35ks 3g7m 7k7x 1wol 1gnw 1g7k 2zqr axj 6j9i 8w10 1nqj 167 372k a6z 59of 2m4k 9jrj 3t4 jwq 1g1q 2z9f 84j 2ygz 1jy 22rj 3419 p1e 1yw5 53b2 5ie 3gz9 1d49 44q 32qi 1rb6 2t7x 4pf 3i3o spp ax3w wcx 5dvn 2jg7 1yz0 1t36 12gf 2qux 6epx far 981 2de5 3c10 us7 1cxj vgm 1rq0 1acj 498r 1ml0 27cm ce4i 421u 320f 1s61 4pks 4di3 5o9 ch41 958x 5ux1 3ous 1bpd 321i 5045 5erz 65ik p7p 4brq 1s7o e7t 4qck 9iz 1te6 8ndi 6zm 1gja 48yk 4xmh 2hqg 4077 9a4s azo0 1oa0 4uo3 2xg tgr
2:1feisub 1yai 32k8 8vco 4bzj 1883 96y4 71cb 3ssj 2vwx div w6m 790m tf4 4r93 7mcu 9b47 5d7y 1wic bymg 59s8 7r97 sgs 5qk7 dzl 2rsd 2abl 9woz 4uqh 1vtj 171g 48bw 4j8t 3tj5 1h4r 7hes 2277 49fl 35y7 1t49 2nf9 1bqg 1xyk 1tut 6bc 2vq0 99do 8nhv 1qko ars 1pwu ba3s bmm 7f37 1oe2 8kab 1r0q 4f0r 1fg1 2tje 1mqm 1acz 3f3q 1d2j kjt 3sre 2sj3 17y5 cl9 6sw4 12bc 32k2 6z66 11bq 9kf 4xus 4xne 2v ag2 1awn 6n1k 8ha1 4oo0 1zq2 1mg3 6xpx 257w 4xmb 9sim 3u9i 2064 hs01 trn 2o3d 1vsf xwt 51ap 33hh 4qg7 6zi 9815 5a1r 37l 32p5 1q3d 16zg 2pht 88n 529z 1ho7 3tv3 h8n 28dn 47za 1c9f 3pz7 6h9i 1s5e 7pqw 21t4 dx5 b5u 7an5 1jj7 20ab f2e tcq dsd 5s93 2zyy ayy 2ctn ytv 1hnc 3gzn 7nnl 1jij e4l 3uoz d0sp e60 6w7 a85b 6n7u ui0 40oj 1ygb 9vmm 2ik 7vex 5g47 607o 2ib1 1g 1asb b6b 177l 5xm3 cyxf 8iby 60ml bst 70sg 32au 638p qm0 mr6 1s7c nkw 5ppa 6jgh 2gs8 2l1m dvmg 3l3z 9bf 9pk bc57 a0bb ru1 zgo 4jx0 2ubv 18d3 20cc 1mju 1qoe 1ug1 1m9a 3a6m 1kxz fgh d9m 3pgg 68f2 phz 1v1r 6kcs ztl 9ens 3hiy 5a3t 7yd 14lm 4tcj 7v3j 6ox mig 17lq 2ga0 21wn 11zp 4xqg o3e 75vc 1ycu 3o7d 1d0 42no tvh 1gq0 lfv 2nwq 215s 1vm7 d5o 53yj 3woy yl2 3k5b t5x 208k 121h eie 4ij6 57c4 2zod 1lul 4pdr 1j34 1bci 3tkk 3v5t 65f8 2xhf qix 3ulq 2nba dkb 20x0 dok 4hts 27xf 221g 33v8 zbd 29xb 737a m06 1jbn vuv 3e9r 4tzg siu nwd 50nj a9t1 gnr 22dv 4f0 6k9t 8b9j 5uzi dgt9 6tls ftd 6af1 uji 9h3 dkmx oj0 21ya 3gxe 1lqp 5gth j3k 4q8g 2ihy r7f 1ap9 5bwb 5xho bvt3 a86e jjc 13hb xyn 4xs5 ekb 3hzr crqk 6sx 8rs d617 2xgk ai1i 26m1 20qo 4tsi 4nem 42k6 1l26 ykq 8fm 6o2o 48u3 3gbw 36eo 12ng w21 2x7f 3t9t 7ysj 4lf9 4mri 31v2 did 2xr9 30bw 1dql 3dfe n4nk 3t1p 17fh xkz 4md1 1fm 18ef 1ty6 38ut 6yh3 1yqd 14wg vg 11mz 95cp 6kl3 1eom 68nm 7aj6 2cbt 2wdp m7z 1dle 329e h7e 4s8i 4bdr rr2 181 d6pf 5kg6 9sa 3ncz 26l0 6ofo 3bn8 ahfb 1o1u 17gs c75 1mlr 379i 3yfl 6ud2 12wa bqa 1kc4 605h 1rx8 3zuu q2j 832w 12pq 2sfd ny7 4qja 10nd g1p 8560 29vr 2u51 6i4w kv4 1ogr xnw e2z beew 4nwm 6u8d izd rkh m6 6rid 1x3e 13f9 2m11 bku2 62jb 4f4p 2fzi eou h4w 4zit 1jxo 1k8n 3j4e 751q 2kq4 1ua7 1r7o 648b 75i 2z29 1939 2it5 nho 1ftb 6rd2 2sjt 5ddo 2ziw 6yfv 20h9 42aa 131e s40 192g 3m7c y1l 4kl8 430f 29gk 34ym dmn 3g2j hj5 11m3 g4g 31w8 p8s nsv 5vb4 i9h 3ao1 12nz 3tua 8dde 2pa7 35qq r48 20yv 3x3c 9dfm 5i48 etb 3lh7 33t8 3r4k 4pma 58kp 36ux 5zp 4649 2pav m5f 1wh4 12lj 34i8 2e61 72qr 44pv 7wf 2vjr 2jgo 1h6p xbk 6vo8 29no 4hh3 2hl9 3egv 1xp3 5fhv 3kwj wap clog ghf 3i3o 5hzc
2:1gq8jyw 56u 2df7 1s08 1ujy 1rbx 5cbo 1upy ajiq 1bxj 4vu a5v 49ci 3jhb 72k8 72x5 vrz 5vwf 8yb3 1tgz g4q i6x 5akc ror 5m65 6n8c 23ub 35qc px2 fuq 1zf2 b19 51xs 3k22 4li8 4jhi 3bgk 37dj nk7 dn8l gm epur 1stc 1w3d 2xf 2ve7 48dy poj 78gz wvk 1y9a b89k bnzs q7s 168m 1o6r 1bjt 8dj0 443r vh5 sbv b3xz g4if vgb 98si 1qbq 2t30 5w5s uh8 iud 502 4w1u 1vro h5 85my 35m9 346d 633 to6 uv1 1cnx 147d qw9 e0i x0e 3b3c 538n som 12ye 2005 2us9 22qs 2t9t 3zz5 qqq 3zza 1uiv 45gk p6q 4xko 2ojd 8gw 5px5 54rb 6wld 12m 1v9w 86ol qjw y nw0 4i15 11ta 44ee 24iw 1mwc fwog 1e6t yci 1hw1 4i9n oko 46e1 1thq bid a5dc ht0 cky h3s 42lr 7sm0 b44 5ni 3qau a1jt 1mul 8dbp 158z hw0f j0j 33j8 2mmv 50ip 52ew 2a6a 549v 1zjo 2e7o 1mz5 1jbj 55o9 qd2 1yy7 142x 1o6r 3nq7 1f2m 6tgu 58k xve 26jp 21w 1rgc 5xru 2q3y 8nhr obd z2m rch 1lfi 21aj 6o4x h7p 5qvq sw8 10f 1f1n 8cdh 7zv1 11ci 170y 3d1a 34qh 4eza 1bv7 h3r 5ztq 4yn0 nca 4w2d 111e mms 7g1n 1qxc 1a04 5bh 275b 7gm 28ox leb 2hps 3x5e 2a5b 2cl3 3sa0 6lvp bx0 5qdd a3ba 4leb 4je 3qqs 8mgv 7w1l 2rjr 43ch 49ch 3yz6 2fc7 4hrd 479l 4u62 a4p 15z5 1640 2nm1 km 2ps8 231i 6db4 f4s 6ixc 1isl 4qk3 1knk 8aj 409a 4dri 3c9f gv1x 9osx 1nve 5wo1 2n9a 4or5 k0s 33hp 72v qa3 5hlt 17xb 4xlx 300q 5jv 2fvj 1ob1 74e7 f6tv 2q36 7d0 1w0o 4alo 4d4g 3s3 5258 8szd 4aph 53qg fju 3skt bt14 10ag 1sdh 5x07 94by a7ev 1eif 6n2d e1c 2nbi 298n 4tlc 57jx 1w6 325g aqi0 kdre alcf l5m 9otu pae 2p8 xnb 21nc 1t9h 7j6u 1pdq 331j 5c4 tbn 5u6j pkq 4oxj ka6 t60 2sfc 11c 2lxv 1qxt rkh 4vqp 5m1f 6d44 3c1b t3y 1t97 6z3v jpm 6ykb 526s 8m7c 2lnc 26mk o12 1noj 22pw 180u cu5 1l7q 5r2l f4qz 6kpj 3hw8 6nj3 5r6o gcr 39k6 1cb6 53vs 1gt1 1ux ydw 246n 6ib6 gh2 8tqj mkz dpw 1vbv h7f 1vjl 16bn 1gcr 1jgj flq 2y9r 1sr6 6crg 1tkn 7dn4 iqa ey0h 6fsr 3v1u 1u3l 27qs 3ay9 2zkk 5ixn 85a 6tmf 1ua8 yhu 29mj 3qxv 112n 6ky8 ely jc0 2bwm 3bos vd faa cks 1p2 d7na k1ux 13zs sty 8jt5 2mwj 8d2 34ah jmk as1e 21bn 5y5p 18b0 2ti1 5xu7 278f 1lq3 1ko5 i6g 1hez 1yi 6y1f 2va6 5yxp 1nth gv5 42z al7m 3o42 4b6u pkc 3z8a odz cpqs 8x4 79td 17ie 1e5f l58 ksz 4va6 xqi 3dra 5a9c 1kjb mnd 4i3g 6c7p 2bxn 1li6 3qcm 163a 4map l7k 3fvd 585f dzj 6fi0 4yfu 2zo5 fs46 1c3e 2b0v 14f1 1jua vjn 23da 2gln 1bhj 2s4y 3az 110r 54rc 4f3z 40ss 4vb aaum 883 1qtj 1plc ivp 1650 4pc 6vx4 117u 3mkk 4ju 2ysy 30v0 2tf9 ywa sgl 5kg9 2dr3 3kbe 2248 2laq fbbh q4r gfeu 1dpi 25h4 6lkr 1wnu 6i2c dwk 8pul 1mza 31tf 452s 48wc 41p2 9gkx 3sga 2tbt
2:1i1qt8s 34kx 8yth 1n4m 5mjx 587a 1x1u 37lf 1xki 1xb4 809 100x 3f9n 1jek 3k9 765q 3896 8a48 4vbp w0k 1u2g nws 70zn 4bap 3qug 1e36 2zc2 1h78 55xq 1mlc 2gjk 1imu 10zy 8ox 2cc5 aj4i 31ba farr 498i 1mgp 1mfw 2tlr z5i 6es 34qb 7ow4 xe4 ozq 30qs yfu 1gv5 4cmx 1gv5 ntq 3mow g6j9 2hwp 1owr hls 1bu5 7fd 3d5q ajl 2pis 1k7h 1xu0 2wg5 8i5s 2g1 rse fahg 7c52 2jiw sjk 2oq5 2l60 73b9 qa2 cspi 1b5a 7ahs 55tc y36 1mjk pcq olt 12u6 4az8 1csf 13wi h3s 5xgt wb zme 1mto 40e4 6c4c g4k ge8 7wm2 1978 120t 5gx6 491d 3o2 8t6r 330z 58z 1y4n 663z 2kf1 7waa rby 60rr 818 bf9l uk 5epg 9ng 3pge b55 1cvd 30su 9dl4 xb3 x30 64s2 9tdq 1x30 1fmd 2z52 179g 3u1p 8m7 2xlp oah sdn xzx 371j 1pag ta7 3bg5 bqdv 7jzd 1ces 2cj3 2451 8b6 2bpo 8luv 47o9 f45 9aim 2o19 1amf 1ey g7z 134h 2jqy 93nn 13xp k9w sw4 48ag 17yb nuj 3ak2 6avx 5k85 qpu y7f 2k4v 3mj 314p 2jh8 32pi 2kl5 2cht j2x 2ly2 4lax 240q 15q6 2bbo iej b2ru 6gq9 6zox 5bx 59a 2k3j mhe 2wlk 700j u4y h7s 3xp 6tv7 2dut 4eit kbt 1adu 2mb3 2r0 509 9lh 6utz 2zku ba2i 46i4 1rgy jg 68wf 1a1e 4nso 13by b3kx 310g 5non 796a 39rr 3vsf dkh b2e 7is1 17dt f0fa 6658 1anf 2ht2 6djt 6r4z 7dn0 22lv wgk ie4 2i31 1hzh b2xm 147v 1lb8 7qbj 6c8l 2txh 2u4 pj5 8vwa 4os5 1i0i 5nem 3860 hca h2kq 16cf 3zoz 1e0i 5lyd lj9 fnk han 2n4k 1fkj pd2 4ctg 2c1x 5bge 7zky 69bp xxa 5koj z8f 6ixz 4c0d 1s3a 5o4n 4b2s 1ax3 4kff 9uy3 4sli 13xm a8wr 4eof c12w 75mu 7mi8 4pal 3us7 2mf7 4j4a 4dpp 19vj e25q na5 hbr 45g1 6up 3ap9 1kf3 2ylk drb6 238e ns ex0 79m3 8hiv 35yu 724 1cd9 2zws znt nre rz5 1ks5 fih 3nzf 1r1h 194m d0i 43zk 1kzn 8hcd 4zck g9v 4ozn 23fc 1zqq cmgn 7hsm 2w5l 2x7t 21fy 94wb 10ud ob6 9iok 1duh ky6 18u7 144z 63hx 4fg9 1yha 34rl 1000 8cq 8qy 7jht 6b2k 3jxg hh5 3q7p is1 5s3n 69y9 30ve x1q bh 3aaq 4ku8 1xm7 325w cwe 851s 3uco 26wy 1wd8 b1f fk38 xzx 4mfe 1b0u 37z7 3nh0 3bhb 4982 32nj 2n4i 10v2 br1 10n1 1uxv 1sz3 1cr o0v 798 m68 5qai bqkn 1qs1 1gqv 498l 6wbz 1xkt 7ol 19ow 3tsv 733v 3r3x 7a4k 2mgr 1lx1 aus3 20t 20qf 4mt9 1aj5 1x52 181r 5277 9g3e vsl 5lap 6s9i 3of8 gcw fn7 2mfx 1sak 5p4k 14m3 4ifs 9osh 2b3r 2wz7 6xr9 20wi 8gd a4j g36 4hs9 3vhy 6j2c 6i7q 5a4x 1yib 27bh 1nlp 44zs 4gyn y5g fzz 2srr 5mk6 57sh 35ql ajbt 5rem 9xr cahz 6rtm 4twv n2q adik 8oxu bb7 6kwr 1y5e 5lxg a2k 9ncj 1b8x yme 234n cyr 2xaz 92b 6g0p 7c2a 4aae 6lml 2vdx 437v 15st 6147 33f3 2eir njy 6mo jr1p 28 rv9 3e9p 4umm 1ynu 4k3d 4w7d h9g2 4pys 2y34 5fer 3ugq 6ji 3l0i 14ei 6le 11e 4u77 2e4o 3vcl
2:1je1oji 7lu2 k7yn 42lm 2ye 93xg mgy 1pms bdx3 6lwz c9r 2j3t 1m46 r8h 1jek 3t03 eutv b1so cxj2 5tg 53r8 1uhy era 1fb2 69oy 1h78 9ql 1j9v 9sa7 q54 1v8n 13vq 5lae mhn eetu 173p hc7f 3bbr 19k 8q2 2tfq 4jrx 6811 24z9 1fsb 26rt 5lrk 14rd cjc 82dv 1ybn fhyj bt5 275g 3afn 1erj 8u1 32hu lu3 82e 6sin 9vwr 1ru1 4yw7 1o2q 1u18 4ops 6re 2v43 1gpj fqx 2fz9 38za 2m4 2810 zp9 9viw n4u 3sdb 41d r7i 4ul 2e4z 32vn cu9 2noy 38i6 8y2e 2s16 33sy 3r8r 2yqc 2gpq 3bc2 ew6 2u20 y0u t2k 3pts 38fa 59i 11xg oc 2z1p 213w r2f 5ez9 4uia 28zw 16an ap4 34ft 2tsu 2oek 2itd xve 1c99 6er 6iru 4kay 19ua 1hxf 51fv 88xx 1yam 6qku 5fr9 izxz 23ps 2la4 27ps 3iim 4nhu 2k8m 2q9c cydk 1ffo 25eb 1dv1 1r7x wzd 10nj rzf 2v0x 3qsm eqs8 1n3t borl 4oe8 1dez 76tr prm 1eip 31ep 2neu xel giw 1gnc 1cbi 8l0 1shg 1u9s 6x1m dqc 1z6 26ip 6rmz 1yrt 21c9 9hsa 4bnc lw8 39cm 64am 4mvx 26u3 3m69 15kf 4vlj 578y 8888 6qqh 5oqt en3w gtf 3b54 5lne 1k7h 28 1d8i 376z csx uz7 4tcy 2yi va0 4m18 2kzr 33i3 9w3q 2nbc adx 4jup 3sve 1j1e 2xqi 3y8e 3naq 156r 1hli eb4 24uz 1iuu 11bl 20hk zhn 1h66 1vp i20 4hp7 9de 3iep 5ygk 3u9 1zs8 quc 4zu b04k brf 4fsi 7ytl 2fcr ogo 3e8j 32bz 353v 3ij0 64rh vgi 27r5 8l0g 25c7 557k 3mfl 97s2 1347 45pq 470u 1l56 8sky 3yqq heu 259z stb 2uux 43bk eed 4av6 gx07 fpx lu 1vbi 2rbz 314v 2cfm 3op6 26z4 13q6 b96 19nh 32c3 2t5x 2xj0 c9px 37x2 14nz 6e00 4fm3 40l6 gvvp 1kv8 2uje 24tz 2nri 58ug 50k5 25b 44ue 8uap 2qst 72os or2 4dzl 2gt4 a42 6ar 651j 9ki9 2r2v zgu 7u8v 2hze 5nx4 hvq 12m2 at8g 1bok 5jma 2x07 d45 9p4 3z8 5wsz 2frr a2ab whd 7ss2 413c o6 5ktw 1qvz wrx 2b3f 1n9z 4mf3 2vf 1em 1eff 1sr7 7k5c 3z8a 3l79 4s44 5aen 3t4d 1em7 2dr4 8fq2 dnd6 a5i a6d5 9luq 1mmo a92 wwk c4cu 29wr 2ae2 5v1u 94k 245k te4 1snw 7v0p gq3l b4 55li 35x1 o9 2fyr 4qs 1ht0 4jkt 2bu6 bdy4 25xf 2de8 1nn9 8w5l 2j9d 1oll 3x6 tes 3dgl fl8 b5ur rap tk7 3ufm 63i6 g0k 2r8b 5vah 2m7b 4lpz 53rv 19i9 1xns ql0 ho5 1dtj j67 6169 1l7i 2l54 570a jk4 ytz i83b 7mio 30pq 1uym 3ff6 6ft5 2u4w agr 4gld 6dw1 1t70 4don 18rk 6sos 9ka at0 7z7 3e2q mg2 142d o26 atpq 4mrr 9ruq 7ul8 be94 uqu 67ql 18ma 145u h6ot 3h0v 1nw c4yy 6jch 2eee 9us 8w4k 5o36 2zrj clmc ax28 1srb od1 4ky9 h6g 659 13jd 4uht 2lbx 52uh 2tgt 1uen qa7 76a 1zgf 137c 3v4y 3283 38l9 43ny 78qm 4xny 2iio 4d9u ikc hoif 2554 5lc1 5rls 1he5 bo71 4948 3rif 1nyv c7h 26ym 16hw 49j4 z9z 46e4 qsb 71s4 21q0 2o4q 1qee iw0 6gq1 bp7 cfqe amt 1a9y 5pqw nyp 4b6f 2k80 slf e806 1zjj 7jmu 725j 72uo
2:1kshkfj gbn 2rlt 22yn s0b bp9 y7s 1r9p 410g pyz 1kw1 7bix iqvh 4y0d 1awp 2k8u 10mp lnk 6lpq 5ts6 les v5 3bun 2bwk i32 1sj4 fmj h7cp 1tr9 1uj1 7b30 27pn 4ay4 1i9z 3y04 a8lm sdy 4yql 1qjr 8rr 34rs 2fcv 264f l0c t3j 1y88 5c2h 1ktp 2bbi 159v 29g7 250k 582h 1ij4 2n70 2m9o 2418 i5fe b94n 1rqe c3c 1ewz 113x m1a poo 3v4a dyoq 2a5o 4py bol 44m9 2v24 5paa 2e7j 4e8z 8kbp 95pw mgx 3flj 2j7o 30qs 8bn1 fyp b03 lo9 lhq 1s4s ngq 5qxx 3cm9 4jfg 4gmk 3zct 33sw 3fb 2jzw 1o1n nfa gyc 2opf q4d 3h9i 17w0 7cld 4a97 6p5z 2n3o 3l51 3b4r 4ub3 9wk qza 15y0 i5x 13g6 jnn k640 byw1 59by 1c8t 9gc 4kq5 35v 2k98 hjw kks 47lh 4lyp m1t 3d5u 3y0x 75iv 10no 5qpd 2l7u 1x1n ckp 29pv 1cyx 8pdn 1m0x 1n4e 1f0t 10p3 p3b 1gzw 4r3r 8885 3lo7 1f20 1hvn 4wg0 11p3 h13 1pfr 1u92 41wg 44vv cfs s89 56gb ez1 1a4a ibf pxo 1c8h 232z 2krq 32np 2bs6 1dck 575g cn4 678u 6t7r 406o 4srt gdwm 9o7a 2i80 p5e a92b gul ana 3u7o gkpu bz6 cds5 t80 s9x b1a 1c7l 28ed 16az 4e3n 6kyo whn 2brn 271q 691 17n9 6brv 2pgt 4n9c bhax 2b3q n5f 30c7 x4q 3r0h b39 2dh4 vpq 3efa 6uin 7f4i 3ycg 10b2 1jgw 2ivc azl b6d 461e idy hok 70n 105a 43lo zgx bg0 1xph 33v1 8nf6 p3a 4p3 5rgz e28c 7l05 eqq 7vuc 6vf0 5qwv 3gcb ako g6j 20go 2ax5 50ab 2ceu 3onc 8hto j32 3a7a 2u39 6qlr 47ab 4dtn 77q4 ab3 10q flk 40ei 31vf 7lgx 1zlx 3mjv co7n 3myh bfo4 2xjc ny6 2bn 7ut 2r72 5vak 9fr 21q3 3jkk 1r88 26y d5e 5o5h 7iip 22i0 1k37 275m o3w 2rjv 4x8p 2yuz 1cvx 9z8a m3v 4jdr 2e5c c9l0 bthc tf0 19n6 7r3m 4l06 26tv rrt 3h3p d21 2m0m 6k0x jpc 2gq9 2acm 27e6 3s83 5w5m 3rn3 63s0 yy1 27lp 2mp2 7z8f 3dye 1tbq 7pad 7uck ls9 1tm5 37l 2vok 1ak7 553l pk3 6d5d 4bke 9jlh 36tw 4b2x 103g 6ddk 6qu2 1v58 22vg 2v05 2juu 1ai9 85en 1a7k 2s4q 2rn7 1nd3 256s ug2 5p4j 2k3q 83is oz2 97lo bufv 4s3w d2ys 1q5w 52b 9sa4 noz 2mol 1twm 1z8s 50gz 4j44 202c 631u 2pqp c2fi 38nt 4t3w 27a3 5sw5 lu2 5v2z bigt k07 7tse csa 36b6 2q27 1jtj 1178 1b4z aqt 50z 167b 2ot5 7c0 1vat 2t2b 5dvn i3e 5ny 3d7x 3frf 6qcp 5dds 1mih 9a7 5abx 4h3 7c6j b75y bn8 lme 2ltm 6i6y 2qwk 77kk 1awp e0r 43ed 7lo2 508d 5fq7 52rt 2zjm 28bw 2vmg 13ql 2vi6 1qww 36e1 924 3m0w 1b3j 2gvb a7q4 3fws l4y 8yyz 26jc 4u7f 1h4f xzw db9 661x 1q8a 12g5 4oh3 b1lv w06 j1d 32h6 vqf 7kui 1vko 2n2t 59tu 2e3l 38z jmo a5r s3i 4z1w 296c 2dgb 8k9i 2uhf 1bot 2q80 49b6 5820 k0p2 13h3 2hhg 14cm 4dmp c8ey 3vmx 1ajo 26rr 6xlm 2sac 423c f5 gsm 7a09 eqd 81pr 1b81 24xp 2aji oxd 2ocl 1e9i 5qu qnz 2qp3 4h4m a1w 1pij fo3j 1nfv 30p1 39v 2tsx
2:1m426on 224z 1o6x 330c 3sks 2am 3e60 63ce gywc 4ywl 1hdj 2wnz 1wib xy7 1iwy 2q4 265 1vyc rgl 2c9u w5d nv3 1uh0 7a8 3y4h 1t78 86xq el2f 4lv6 jw9 18xt 130j 2vim 4qpg 8en 3ydm 1hxg 2dwy 1nvh 3lcm 1ki1 1ugg 27zz 6j86 2w3l 69ew 53fq 7fsc q7x 34ke aze at72 trd z9g 6vb h4q b6d bokm 2t1k 6grp 5fnm dhs 5wpc 5duz 2fx1 xbx 9vam 1fcd 3v1u 3jm 2knx cav 24t6 2vl1 1hqr 3y2z eyt9 3ajk 36a5 tf8 5mze 3hsz z61 b18d 22n3 5pz5 24u4 9rl2 wt5 4z8 7ult 16hf bxx9 3mr2 1mmw 6uvw qmy bhw 49i3 7jhn 1hoz 24ot yv qps 4me5 47jh 4sug 3syq 2gsz uu9 51ha 8ja 26y8 5ch 3qj 6gnc 9g03 404r s5r txy 1gv4 p8z aho 3ey0 7971 65n 26rs 7p4p gw6t 1out 25ng 1kwd 7nx 75ke 1tb7 1y6 ljs 1iy9 16z4 5kl 75hv hp78 2zjg 1l51 8rl 1jqa 256f 1tnz 2edx 1bu1 4q33 12df 2n08 3ty4 4ivh 289b 19xa 1sub 5wcd 3731 1u9q zik ir8 ehn g37 239p 1ha6 42wj 6kp 3odw 2loy gyo w3x 265d 52g0 1uhe 4jdl cx83 283x 4tb6 3umy 2em9 as2h w4b exj 2jyc beab hbu 2ftx 245d 3h5u 5omc 13eo qpv 2kp1 3bu2 6ui6 o3v exj shi me2 3e05 3k1c bex2 82m7 4ry 4rgd 4a2f 4aep 1kl 1ovp 1ng3 5i25 3ti1 8vi 1w60 4guf 276r 143 23si 303s 3uc0 7cp abq 65fd 1ol7 18c1 ane 161m m5c 6nlp 1gu bnr6 aiy 97o 4kwe 12cy jat 5f8 4zaj 14bs 1ssg 83v 7fkv 7zr0 27f 6ibi 8u1x 4fyg 5iq9 3rgx 5l7h 4sdg qgy 18cv 2yvi 4306 oa8 61tk 23y2 2rfe 51tl 6dt yt7 24p kre 75dj 10sm 65nz vod ayz 7t0i 3fvs 1kce 12w6 f1e 5kk 3a6v 5t8n 1bt 2cbq oys 91w 69a2 3nw8 mfz xqq 1fgi a7t 7kd 5o9l y79 1z6d 6gze 2s2n 9jbc mq7 4b0 8eje 81gu 23lg 72kj 58or 52e3 157f 1evy 1a6e bkf 38o8 1gp7 4k3c nqs 6ci 78yc 5bs7 xoc odi 10af 117c 2cxw 9d7p 1oo5 4848 3hxd 4a6u 7nde 5zud 4pl5 5psn 4go 654 1846 57fn t20 5b4f 1g5z 1qql l78 7tx 5awk 10gf 2d5x 2noa dze 8wxp 5gqs 1gkd akf 3fin 1m7p 2lfw 3dw4 17ge 24a5 1k9u 1t41 w1o a9vo 1jhh 45ed iou ez8 11uz 2h7v f1dz 1pmo 3yo 6mmg 3aq0 ups 2e9y 1xjd 2paf das 1sjm lze x3u 1aku 311s 3m88 14yw disf 94t 2j99 t5a mkzc 8k9b 3m4 3v5 8ent 1jv0 nn6 3swe 2whn nq2v 2r6h 2nhg 1bw9 3xp4 4y0q 1dpo eih 4ajd 14ks 1i88 dl6 3ef 5ua6 3v0 7w5z 9zo7 3wov 4dix 2rcz dc4 5j1c 4zec 4ozq 4rog 6eu 2rbo 1294 6rv5 2kx6 2n87 1bsk 2p1t 4lbp 280 1heb 5ob2 6d5s 7gz6 1rfq k9a 27kr 1rlr 1wgw 2ar 4y4l 1kc 4x4k 3kd5 jmf 6ptn 3053 5f7c 59py 13lz 3d5c 1fo 2aem 25w4 gha 99yk 2hnt 6uj3 2fwq 2byd 3yz0 31ny 1mos 4mhi 6x1b f59 9xo1 5flr ezo 3fw4 qo8 2i8m 1bys 7gcd 3orz 25hp ohi rwt 6izb 2wk1 2728 1x6b 1mxo vbt 6mao 1elv 5j5j r5h 2zuj 2lz3 291i 2rj 7z2v 51u2 1cto 2a2 oct 5ile 11p5 15x8 3bgy
2:1ncayzj upd 452d cacb 7swi 6qf8 gsu ldt 30od hhf 1g38 wc5 8lp4 5r4z 4fkz 4k1o 3mfu 4lti 54ok 4ioo mxv aeo2 30fj 11k4 2pfs 4mjc 4jyx 80y6 1r9v nph gjs8 cd 3x2e 205 vdz 74v5 10zk 4kb 4km5 hs2n svb 15l 43yk 1ftq 3u1w 4yer pyd 88pb 6zzz 3p74 wzi q9l 1jin 3ggv 1fwt 3g82 lk9 hls 3qxe vug g9n 1fqi 3itq z7m 553d 2ug 288t arb 3ofx e63 9hg5 cn 60lx 8ne1 lhk 7c5l 5vq7 1gqb 3cbh 33u1 7vfx 6994 1ucv ftf wfa 2ks4 26jf bvf h6b p1d 54o0 ewn 2r2w s93 16d1 1zdv cjp r0j 14ub 1gl1 v6f 4u8x 44i8 2lyj 6tj8 43pj b6p irr rw7 a5j 2m6k 4lsi hhpx 1z6v 3i84 5png 1xkq ud qg3p 4i1j cb6s 1xag 4ugf b3mp 4tiz 5rho 2ac 23sk 5ubn 7iv1 3kbn 1d2w 2jcz 8hkv 50jz fnop 2rip pdo y1g a8d3 m1c x23 b0yg 1drf u5w 7so5 3f7y tcv 2zqw 45mg 3b8r 2lel cn6 20mc 6a5m 5h58 2tfe cv76 wq0 pk3 2iey 1ixh uhu 44wt p56 ll3 4uwr 7u2n 3pb9 3dmc srj ody 1d4r 2ez7 2kj4 9crk jzj 3vgk q9e 4rvs cu2 5pz1 1gvr ypr tlf 3z9y 5tof blwp 7uuj 2c5b 1cq9 si6 34il hx0f cq3j 4ley 3fw0 xvv 7gvh 6am zm7 4d6a 3867 17pw 5b4j 634 732b 51ld 4hkn 2drt 1uqw 6m1n 7pu5 ywu 6hj n8j 27zk fpm 299m p89 148b 3iv 2a5q 1f69 3j8s xkx 20x7 4dm7 h89 4gh3 2dgo 11bi 2esp 4dxz 58kd 14ay 2gxg uty 2vfj 8ce xaq y21 15l2 175g 16c 4yca 84kj 1tbg 38v 2p8z 26v6 3333 1fos x65 3qzw 15ym 2ccq 2ig 6y6c 2800 1yy1 16jx 4j6 jpz 104m 49ur 8q2w bisc 16o5 3zcb 2pod 37y8 3rd5 29kz 31xr 1naa 7hpd 1rq4 2i5j 5890 3luh 8anx 1ca4 8ee m1u 1qsz 4b4q 405e 1pgq 9w94 4vpn 1r0q 5po 2oup 30su 1b49 6opb gel cuz6 6sj7 63c4 cqjb 1dp9 3qc5 1998 9s9 4zdy 1g0i 1o0q 2n98 kar 1r7r 3mb 85jx lq7 35rh 4018 6ks7 34f5 2x7f 3w0 yag 6e1v 2j7y 1l83 gud 10e3 23ex 30qf qsi 4bp0 16ab 8csi w64 sr0 1jj2 3sjz 40y4 sz0 l5k 3c9t 4hh3 36lh 4ift 23qp 7byg 3bq8 1ygw dkcn 3ie0 46dv s6w ni8 nqc 17my mmm 1rh7 6pw4 751x 7sqf 2it6 1ibc 2m1f q7t 100k 18r2 41ac t8e 3euv pbl 1lfo av6c 698s 4aqj 32ly 5zuj 3mje 28yb 6p4 b5q 54l6 r65 lk3 b7sz g6hb 1p42 2a1w 570l 43gs ot9 3smv 23ae ct7k 1imn eaf 1ggs mfa 46du 5in zyb 3ske bi5 1xyk do8 7drr 25q1 2rrn 4pu i8p c6no 2t6z 4t3b 9azo 70u3 184t 2ww6 dfo ejcq 2fse 3zj 4csx 5usc 8zed 1lc7 5ozh 4rj1 lfl 4feo ttm 56ge 1ukm 5xbq 2g93 exb 5c8z a9a 3wuk 2kxp 5pqm 1b9 ors 3hi4 4qxw 17wz chn 24j8 5ls1 74gk 3lvv 1ezf 4nia 3ni1 11a4 chm 1q45 3t3y 18dt aab0 361q 3c5q 15xi j0m 4gjd 17fc mjo 8658 270y 1l9u ygm 5h4q 1n4 1x2w 3tg8 4j7a 5iwu ged fik 2ryf 18t4 515f 46i6 46ef 5p1 4lb 67cu 24fi 32ox 4h9g j10 il7 4bti 6usg 8gj3 66ax 25yv 9la 1ifn 8zlm 1yyu 3l37
2:1onibsx 8x2k 97o fp3 ghl b31 1aya 15l 3aea 56r 3csm 39le 7yt 1rdd 6fqn a0r hku 20vg 30h5 202i 4042 9wc xqr 4lfj gome 4zsh 3pzt wxu 6xf2 6d5r 10x6 oiz a932 nrg uk0 3iii hjvd kc8 4ae7 4f2z 17p5 l7e es0h 157a 40op 13sr sgv 2nvn 1nmw 4lzo m52 4vfy 3sg0 1h2t 2hti 1cya 710t 5z25 aang 9uh gjx 39io x9p 3tkc 2mss tj2 3a8j 3n5u 5eq4 7pxl 12do 1fi1 q2u 6ihc 6uy9 8v5e 4xr6 4mo0 3psz cc8x 2djv 19ij 53e0 b9d csq hru 1e6d 1ufb 2aad 6ib fpk 2iem 20p6 195e 6rxl 3ta 4z04 632a 2aw9 1xq9 5q5m 41m1 2m7n 45jg 1hq 3e29 44vl 2vb9 s1v 73wb 3a6y 1ps6 1ok2 2opl 6mke 1iui 3tuc 5w22 dh71 4dhj byf4 2b91 5lo b6po 407x 11ub 27rg uk3 cco 4ph9 1hdh 3u6m 8oj 5dux 129p czl 18bu 3e0y 353t 10ej col 1ppe 1qqo 1t89 3zgc 7hi oab 275f 7wbc 351o ffk pen 43jk 1nh0 4lcg 2m9u 6wx 1rqq 5emf 2phv afh7 ov4 dpa2 9ts1 a18s 29gi 88dw 7r3 btpa 3krg 2syf coki 4mcz 21pi 1t3h 6ehv 2jab gni8 y3b 31hq 85u6 36xi 89m2 5him 30uv 5l7p 64q3 5dif mx7 2fx5 2m45 1rv1 yyn wyq eafx 2vf2 3r4p 20f5 5nfu 2qg2 f31j 6rdu n9l 2d8b 6asf 4vpx 1x32 2k4 2ob7 86ed g2v 1t05 qdq 74vx 2p0c 73 1d6p 25qv 1pfv 2rdv gpi 13hp 66gj z40 6nq 236s rap 4oh1 1p26 4dak 6u7c 3rac 38ns 2gpa 1ehj 1abf 1fc1 n7n 1iql 29m0 67bb 1bs 4xy1 z1x 1s0p 1s1q 4qra 1hrl 21co gwkp 3jv 4hzx gde 1k8c g6g2 7m3i 5q8h 4zdr 3lh6 hfqo 3a6f 9 5cgz gf91 zs4 1dlt 9jpd 1aes nj8 2tw8 92gb 2muu 96ty 32c3 3ode 26bo 5ee9 6inm 9vgg cvli ccm 2sui 2tb7 49wl 3d3 2wj8 60ff 1p88 ruf jbb 18mt 6hz npt n2d 60m7 hbz 6zek 2a80 1jh3 1rr9 109d 2sn2 3232 1yot 13gk 7cpp 1tp5 23nh 9o1 bo59 40q0 30v8 rd4 8mfa 23wv 43fs 72pt 266a 4ixp 1ekc 3jhw jyh 6sjj 3w0e m28 3xiu 4q9h 6fn 4mt b7d 6puy x39 9u50 g1e sry 2wbx 1scn 2o7m 1fr4 49r9 12o5 1cpk ro3 aw3 1ryd 6wyu yvs 1nkq 8d9d 5uhf 2za4 1fg0 val ed6 1ymi cni 2xqe 3a6d 1hra 28ey 6lbr 5n5d wpy 1bs6 5ifr 2x97 8bf 2o16 et8 3v3s 1oxs 2qja dgx kjl 2b1m 7vig 2zj4 42ps 1gyv 3i7f 8t9t 2mlr 2nbz 3t3 4erm 1c7g ype 52s 14dq 23c9 65e7 4q08 d20 4n2c 220o 115w 2dtf 5k60 10xb 1xg du8f 4eij 3ajd lzx cel 3baq 3aw 1lo0 3crr u3l jlm 89w 3mww 2qs1 2fxr 3ajg 2g2t ox8 3jes 50i6 zhe 2llh 2xx2 31jf 5nm7 ej3 2are 2cat vrf 1pfx 2gmn pyu myu 1ym0 3666 7kon llc 2s5y o0b 1t3m cpnx 83z6 1wgb 20ih 3kj6 6k7s 1glu 24cy 558j u4g 1l2x 3ivp 1mjc 39xo 4h4p 4g6p ogl chon aa8t 4bk9 z1z pih 65cp 3ig4 vad gzow hdc 36l7 2hnl d1ts qm7 5hqx 1c6q bkmu 3es7 7si6 2rd 7pr a5ce 2b9l 2sdi 2eub 2xjj ahh9 5kkq p3mr 5ivf 1b08 c1n z5q 5gm 2vyp bn0 1hxk 48pd 5sog 3l6d 36em 3xrh 1nt6
2:1q0ok5q 4d58 q75 jc2 6xo 3dd4 l55 88a 4eqc yd1 8z6p 1zmr z1h 20nb 1jbh 5qsq d8z 1qr 3fdk 2ija 3d7h 32sl 5lix 34hk 3tzl 91c7 2cla 2eux 152a 5201 49aw 8k6 8gd9 7gwq 5rvd 3qy3 1fww 23k9 191c 2cif 1tjv 2a40 1uy8 3boi 1dpa 187c 1n5p r4x 2ydm 2tgs 758b cmo1 185r 3v88 9ln 9si bgxd 1n7b 5otu 43a3 14mw 1216 30ft 2izj 1p41 1cul 99ku dgb 14p0 5awg 39ci 2vbj 2i3g 2kfa 5uor b0u7 7m8c 33d3 71b6 2jv0 10o4 428x 3nie 4y09 gjl 15tz 12ye 9w5 1xv7 17tl 3twe aiuo 1s0c 2v5h 18w 45e 8zda 18jo 48fg 5q5s 3lmd 3nvh a1nb 5kxq 2yd5 1874 on3 2u24 1quc 2j9d 5r3j 262h 2vj 149m 4z87 7381 5n3h 4cwn 17s5 3ddt zd9 ovm 2x87 l4h 1kt8 3u9h 5bym 373m 8x6c anvw dsj 6220 sao 2wf 1xaa i3b 23z1 5dwy 32ju 1jzf 1d25 1gsv 17ah fpg 2jht jy1 1iie 7jwu fb3 3syh ka4 24d6 1g70 1i9a 37fd 31cv 29vt 2uwp cja 48r9 dvf e6y 675a 2rbh 49lo 1jhc 2equ 49hd 25ge 704l 2zbb 71w1 4z6 1odt 89bt f29s gi6 ny0 47eg 5el3 7eq d9cq 42px 2v9a 5kmv 7oka 48b9 13sz 20hq 38wz pzu 1zch jr9 22o 2d2w 3lsf ezm7 5gcd ky5 6m9h 37wz 168w 35jq 31m4 2ebh 5kfc csx 38kl 2nu0 2o8o 83p6 4mdr 17ma 1ep9 578s 1xgy 2ky4 53d7 u4m 72mo 5gsi 4hn2 1jvs 2o7i 3k6m 177y 49jg 9tk 853f 20f4 53xz 4vr7 jt3 e4yg 1ddd dgm 1sos 4ijh 27s3 4cie 1d0e 2ei7 ittz rob 8pd 3n8g mh al2q pw9 5gmb 1dj0 c44 18us 1c9i 2ohs 65rh 6yqw yaz 6qk1 3p6z 2k7n ttt 1jvm 24i3 jwyh dzk 4fbs 1gw0 284m 1q3g 1qyo ckx 1sg5 hj70 1ndy 1tge p4h 1052 44jx 6cwx 6dik 29y0 yhs 1g7i 11ms 1c13 1d5z rum 345w d86 7uha 2lyj 15xi 9wwt 5ecc 1ned hqv 7rfx 3nml f3w9 2cd2 2j4e 4hlb 1dq8 2n2z scb 29xw 1tl 2b3q 10kk 8qs cnak 17vg 20su 16se 4eld 23fa 1om9 1aob fsv 378j mso 2wd3 1540 3k1v 45d2 3rsq c31 1idd yj5 3bqy 7w0 2znf 7awf 2b72 5ksy 13ha 29ba 5jo5 2mg f2g 13ub bptb 2zwy 5gx7 fx5t 2qc5 440b 3inw 3d5r 1mlj hg 4iae o5s bez 28ft 6yk9 e8c9 5m7p heso 1g8j 28ah 29iu 3dvn 3z8 29k9 4pun 2vvc 8v1x 8ti2 ad1 cet 38yz x9j 12my 6j6a 149n 63u9 9dw 1qcy kti rmv 3m4p b42o 24u 3mxf 1n2q fo1 1dtz 19og 3xvr 66u7 85rj 1bp 5wet 97t1 9sw 21kl aw3 5qba 1pcz mmk 3k4k tch h6m 2vcx dl9 67sz 1b8b 28w2 fons 1wy8 9goc 419t 8urs 55ma yov 5c1o 700b cliu 3fqu 431f 3rba 1wzv c5m 16hz 2zp 2ga4 7l08 3zcq 1vuz 5mr7 te4 7hz5 4jfk j4l 6wvk 58h 4zoi 2q15 23rj 1253 cs3i 3mj3 5ae0 3937 5gyo 3c7w 4xff 44y4 34i6 1l12 36ln 34i0 5he1 7eg 3b9t yy4 1h0i mcm 2ij5 3jji 1tvb 4cm6 afh 32df 3495 7p6f 8lmb 3l0i 4jh8 18z2 50x5 1jsl 119l 1dct bha 4155 4o5o 1jln 2qgu bk89 4gp y2h 3ogk qsj kc7 3zrh 2ezb 2jcp 18q8 mda 3uqi 1wt9 7d0w 666b cm2j 7uhe 6of7 3rtf
2:1rcfblb ki6 42ht 1fk2 1gc9 wj2 2mgk 20a8 f2c 2nqw g9g jvj 5udf 13i1 agya ui5 he rzb 420f 7720 1cw3 231a 1b3t 1pzf 25he 1rct 1s6v 9yp 7ja 33oe 2ziy 4dai 37fu 6es2 23g6 2sbj 7et q7 ac5 2hdb 1m03 a8g 4f8n 3w8 nwd 531y acm 1n3 447e g73 18ki 7afy 1e8u 1fb1 127h a9cd 43ot 3w3v 2u87 5bhp 5va 6gc5 zib 3ttu 1hhf 3d7a iqt 1q19 379j 2dp9 1322 9eok 34na qo2 w6l 7jd1 5w4m 1rfv 1osj ihqk 3ec5 2lq6 hoa 39az xbr igd ra 4grh 4wxt 4brk m6f 756q 5opt 4fwt 2ndp nhm fb3 37qc 1n9p 530b 9kol 2wnp 2984 1j0f 17c 99l7 l05 8mf0 2v15 1van 1kkt 2mgl 3e0p 5uia ij7 9ju zuq 26pl a0dr 68zx 1op4 36as cnp mbcu 3vqa 2ra7 1af2 jd0 51iu 66ql 1rkj 3yj2 19dp 1kpk 7yvk d3mv 23kf 1fy1 2p5r 264t dt3 eyv 38gx 3or4 2b3k 7d1f 2fpj 5fa9 8u2n b8r 3e38 mf0 5dpi n7d af4b 3qxb 2cpt 3jxw c9vj 1age 2adr 3oqn qaf 32tj 2480 6x2x 2dzh 4ls5 2jt9 mfx 2058 opj 5x79 40qn 631w cow 1b0d 20ho 6pdb 1lz0 8iwn acyr 2qjn 3vlb 1kd 2hed 11ji 30x6 5p6n 4i84 lb3g 8ej 2gmp 1ml1 2x1g 3ahl 19cb 19yh 4oi8 3nc 1xmf 19a 14li abx 20ru 1nvo 2f2g 5pw7 8g5o kdv 877 yfz l79 3dha mf 21g7 aa4j 3hlq 4h9 2984 910s 1mk6 b0o 1q77 xwb 5h69 7cgh 16c 3h4q gs7 46xi rir pyo d59 6214 89ck 1n91 9u6q 4y4v 3jbe 5g30 5td6 5mq1 ihq 1ph3 6r9w 6cdg 137u 11gi 9f 7ph 15h5 1z9r 5zzz 2g1c cat tqp 7d7d 29sy rw3 685 2k1o 6nht 2aly 1n4m 1g9 2pax 4nhu 7217 6051 1qo6 3bpu 1cg4 5de 301a 23oo pcc 1ufh 1sri 45bc 2zab 134t 24o xni 2h18 46mn 79 7i2a 4mr7 dlct lfz3 2d0i 4t15 2mx7 16tb 2zyr 6ngf 4gh8 a03c 4pjn 8q1e 4k4 kwl 5uy 5q6c e1vh 11kw 2rcd 410 6kz9 47n5 4xg4 4804 1d7m tx0 a3yo qf8 3e8 8nn0 1i1y 78gx 41en 35gt vfk 10uu 1d85 13uk 30tu 71lt 2jfq 326t 6rpp 1t4n 5y1e 1d80 4adc ion7 40ya 19ga 2bw 114i 1f72 1jq4 4g9 1nlv 6i7k 50u 7w2 fdt ba0 y2u 32r7 15y9 19q2 3nel 315n 3hd1 1c7p 1x0y 2isy 8i4p 1q9p 2v91 lmz1 82w 4g38 cos bdp 4nfl 2ce0 39ax 8qk5 ptv 1p5u 118l 8e77 1x9i cxuv 40is 1y1i 1gqi 3exd 9r7u 2a0 c936 4t38 k9c5 buek 2su wy7 27th ajom bdr 6x5 54s7 3zi2 29up 1oki 2lio bxk 41l6 o3j 2ebw 5yl 5to0 1btb 1bic buab 4cij fmw 2rt4 b4jn hg1 3kab 75a 7cin jvk 8fx 2y7e 6xag 2x52 s8i 2bpe 18lj yaa 31u1 xyy 2nnj ryn 1x9w 7axl dso1 h4 2x9h 1fx e3zo h7s 2cup 2c0n dmzs 2c1g ogy 7zp0 4nih 8mt 253e frx 1mdh avm3 519o 27o4 1qtd 3i8b 34k6 470c efd 2mw6 156f 2msa 8d14 4ji 2fck 2ywe o9f 2iur 3kog 53as 6p55 1dr3 5yrg 36hr 917n 36k0 5vg 12mr 6xzv 397w 2nn 5cj7 k6y q8z 8p8i 1aii 1ymk 4thj 66ae 9n9w gra 3cs5 21e hpa 1gqn 1ger 324y 3eaa fz8 4fp4 6tj6 2eqd 9cn
2:1snjdgn 6p0x 55sn 4ik 2y37 2szj 59sh 37nl 10mz 199o 7wr5 vef fu40 ljl 46o8 2736 194t x0w 2wrt 2cdp 1mnp 2fh9 2k0l jam 1f9z 5mzv lb2 4j7 8en 4mz 196x ltr 1uv7 jhs 1gm aff a82h 1npp 1455 p3o hyw 21l0 1ito 2cgf dn3s nfk kyq hsh 34h8 4s7m gzf 128u 1ez1 1cz9 1nkn 7e71 k49 2f43 1gwt 35ip 2dic 3tx8 wdl 3xcl 48wa 3sct 60hg doh v8t 5dmq 1szr odl bjh3 6pkm 1crc 107v f2i 37zu 2qz6 1d59 2tqr 1fqu 1pbu 3kg 1axq 1528 2eei 961 2ksu 58iv 6uyz b43i b7g k09 blb0 vpu a284 2a3w 9ot s1w 537c 2n6s 8us2 2a4 qlky 1uop 7r05 8d9a icyl 25bp 1a3n 134k 1sjv axj rk5 3amo 74ur 4qrg 3g3q txc 8os9 4bfi 248n 5kdp 2a3 5k0v jvu 1b0j ig7 4pnr 94mz tme 2jcm 2kx4 8gnf 1e14 v8e bmb ani9 3yq 33x 2b9g 5j5g 76z 2g3l 3pmz 4h60 20cp 12c2 54ln 1pgt 47td 4z8j 1de8 4ul2 1qox 88n 1hxy 6b5b 71u3 2hvf gha 10u8 307 30dr 1f75 8muz 28rn 28oc 8gp 1xeh 6ife 8w6q pvo 670r 314t 1eaf 2uww 3p7v z4w 381u 65pu 1gs3 5se0 2zpq 25fe 8joi 2an3 5xog 35ax 6i9d 25kq 7fdc c86 8k18 4i8 24a4 d9l 2qph 2h77 517q 5wr 3xdc 1j61 2ql7 a80 2if 4has 5ow6 1ocb aed 3f5h 5wpe 1gb2 5z8v 4krr som 1inn 1ms5 1mss 7b1k 1gjq 31op 2wp3 4ql 3nkp 1c4r ob5 1f1d 3mkl 3au1 1v7i 91xz w32 1w7d 3jcj ppf tgu 2uda 1yno 7u2n 2g9v 351n m8s 3x 3s39 nte 1ha1 22z8 142e 5k3y 2x5n 1aia 38g6 2rd5 2rb0 5kr6 1sv9 pc0 t6r pcv 2brt 8pt 2309 e99 3fdp qiy 3ltf 1jzp aur9 2ldw 7sfy 5e8m dy0q tgm d7w 2okn 1z1a 6qdv 3ggv 1ht4 ddt 8xvv 6dkx 5jbt 1khu 6628 8sjg 5g8i 2qua 212w a8d9 jdt 4dbj 5pco 19yf 23zp ujf 783s 4zyr 4uei 1g3b ae2c boj 1708 552 fr1 5r39 pq7 33o9 3knk 84tt 4xtq vpl 2nl6 cdo3 5c7f 2ntx 12u2 22pm 7p0e a6ul 4w9u 1sgg ag4z ak7 40jt 440i 15gb 7hf6 m2n ampu 1qr7 17pj l1yd 1v79 kz7 8qf0 40q2 5ll9 1ieq 1e77 29rl 56l3 7bq 2a4y uao 3anm 1li3 16bh 1q0b 6dge 19yd a3o 4y9 60y bms8 1lpa 6b1x bnx 1hrs gdw x9i 1ox2 zht 8yz1 2c6q 1w9p 3o6q 4r7c 1lvf 9nxf 28oy ddc 2ify 1v3z 1hy0 5biq 3ocj 2ent 15rz 2pb5 368c 1o23 9ll 2bzv sat 6si f1b 69pk bj4 4p5m 1q0c 1lyw t0l ion 3qhq 19ft 50bz kpf 6ay9 oca 4yeq 4pvx hgb 5ug8 fao1 8d6y kkp 4y6j 2cdy 5u33 1al5 j4n 3kz7 ht9 2wf1 pll 5jo5 7a0b 1c6d 10ou 26iw 1044 46di 2bik 2fyt 2zdk 7stq mdn 8m41 7m6k 1wdx 25tg 23qf 25oe 1hst 2zsw 1iak 2jkc n8b m63 5ya 3xpw 128k 2air 2el2 tq6 57j 7ild 2wrc 14i0 lxm 15y0 3cfj 8gu3 gjx 42qt 1zrj 47v4 3mu0 192r 1m81 7geh 5vr 1w9a 27r6 4oje 3d76 3ita 9m8k 196j 198h 7pf4 3mlx 5h4 vok oou 5nu 8vc8 4yz 2tvs ri5 5od5 5o0 3chd 8xi5 3nib 1dz 6wd 1jpg 4430 7klx 3ht5 1o5u 41g 330c 1csv gd1 3zh3
2:1tw6z6n n5s 383x 5ny 5if2 5p7d 4msm 2j5c 2q25 cvr 55ry 3vd1 162g 2ffl 4q18 2is0 1k38 1nkf w3k 1snu w06 257u 1qwn 2ie0 2as x7z cws 3py0 58cj frw y60 l23 192y 3y1t 6i93 chyz fft 2ocg 14lw ydn 20hy brfr 1k4w 422h 3a3h 73hw 5jf 6pta 6mul b9ep 26tw 4b62 1o7d 2txb 143p 5pta q6m 15cm 35b7 1gl0 1cef 9wem pv0 2d9k 7wyt 54us 547y 31ve 2f2h 1ulw 3uw7 6g50 3r8f 6j4d 9b6 8nr8 xrf 3wv9 j4s 8435 ytv 2ohn 1yo5 2edm 8d26 33kc ah6 111y 8ans 2adw 71y 3p5f 1z4d 3n5y kn3 1yfm 2wiy 2xb4 3cjg ls4 wzf 4pn5 1cv7 3mdk 2aex kz 5ojd 1yk5 ncv 3vm6 1r5j xd7 yyq 9jvu 4k3m 10w 5mec 14gd 4gcm 366e 1kfm 5bm2 17rv 6g33 6np 8nd 3qo4 4jyq 2z7a e77n 3cxd 9986 1u36 8fqb 3fxh 1ui3 hkv 4iwt 7jei 4sy3 4bi3 izh agx0 1gdm 1w0g 39vj 8xw bua5 k2f 3h4 92f5 7s85 4xxr c9u ca1 7ou4 1wd0 28g6 2e66 7isj n8d 1nrs 1hlb 52xm 5qt 1i7n s0j 2zm8 4478 3t8s 5bvd 8drw 51xk 2hty 3842 1yef 2n2u 1ki2 9o8 aup ty8 3dk5 3e5d 3116 7rvc 26ao 3229 lgd 1tqa 9b14 3oz0 1kwl 3voq 1lm7 16j4 3qtz zfz 40c 1j32 2jx 1g8q a9x ynu 3vb9 2cy7 sxi cwng 8ohh 1hd6 56n3 4gpq 687q kze dbpm 338l 1etn 1vvf vya yiv 253c 2np9 2fhp 5bb6 3w30 4f0g qwn 6brm 47b4 1jle 3b6h 1yju 77y9 uja 26wp 1l46 coc8 bsfy 5m4r 1guz 20re 7ug 3616 2f9 272m 5kxb 4mj9 4a6d dh2o 11ak 4i92 4uvm 6u1 7400 1x4h dkg 9376 1iy 1b9l 2uy7 6z0f 1kwe 3pg si4 5zun 4rnl 2kek d55a fuw9 82en 22k9 1vrs 3la6 on7 2at3 b24c 2ytj 12ak wio 15m1 jya k0l 4sk0 3fuv 2o6l 6fv7 89f6 175l fys 2dsw eu5 6hox kod 8vrx 72hk c2z 44m7 4vnw euc 3pqf b4y1 1sj 4sdp 7cxe 279f 1zsu 1bqk hl2 2jc 7lyf 1k81 8qlm 11zc 2iui 4jxb 4bns bo4h 1o8g 11he 6ntd 2g3t 51ew 4cpa qxs 430 pwu 50ml 74ni vle 2018 3p8c 7vu6 277w ap4 4tlj 5xm9 6bvf 829n 2qvb 46ki 2y0d 2rg4 20vf m8f 43gt xwi v5y z91 6uts 168g 2vo e0d 3khq o6a 14vs 1hqk cog f4ay 1sl8 qu5 2lb1 2iil 6i84 1zxy 74za 51e0 3dh2 3u4n 1cub 3w9c 172c 70jf 1l51 9f11 fnyx 4tzp iwo 9nfu 1er6 462k 5kjb 3nta 5h3u 2eur 5bv3 cfp 1lr7 lxo 34r3 33n 3385 1y2o 2rhl 8vkg bl1 tp9 f6h 2849 r2l fb8 2sn4 b1n1 66dx 1bsj 2or8 2snx 7vsh 16rm 5smw p90 aw89 4tp 2a3q wdl whj 6pcl bq1d 2qm3 bivm 1c10 hfk 6oya 1zzu h5q 4c2r 2cny 1m6a 15uw 4js 6tw 9zk2 7t16 64rc 86v9 6igr l88 2eku 2hi8 5eur 6w7x eo3 1r05 12yh 2902 13sk l70k 73b3 4ohv 26a1 45r1 1y9u l9a 3qpm kp9 1r8p 5wh6 4diu 2070 575h 2jgo 1g0n 32yo f0cb 5trm 1qye g9yr 81u 5qm4 15ys 2ok3 wiw 1rga 5lyd 1hh7 3o43 dzm 1ebg 9y7c 4t7e 5eaj 2mm7 24z1 1xa4 5yz 5xwq c0e 6r0z 3glt 5p1a 5vrl 2mbd 1mdl 1jjp 2dzk 3eqa 5c0n 3cd 15sw 13no jqs 548x
2:1v9gflc 153k 175m 3wpz om4 2qn9 4dwc 49a 54w 2q7e 2v57 2aml 2d3b 2lpz 65wj 6y0 49dn a8uc 478c 3w14 1ct7 31uu cf4 41zg 6wqu 11g8 5xq8 1cra nvky 88kd 5up9 44os 2q0w 1l1d 7t2p 5lgy 1wkj kqr 2f5r j1u8 2cf9 dj9 231e 5dw jvs 36n4 dlty 1bj6 8kkd 5r7h 1zrv 34ki 17b1 de5o 1i3g 7ent 5soj hal 8vqf 5xjb 9073 i46 1veg 6o3d 2zvp 3eab 647 yxf t0o 2ewe 44b0 2sbk 10o0 4jxu 1gpk 82t 4j02 8brz 5431 13o3 a61n 8z6t 18rv 7ivd 3wt3 1dsz 2aiw 3cdt 2q18 hkxv 2ant 58x 31wp 1roi mhw 45hv 2jk1 aux 5iq 1zhz kqf l8l 5f3u 16ug 1cog 5xui 9o2c hej r49 335n 2pgi 38tx tf4 8frv 5k0a co3 2iut 3mfj 4643 2ev cs0 1091 kff fh8 12qr 787y yn6 2lny 3ddu 8go 3351 1wgm 1loq 1wry 5x0l ota 2xc3 nvc o5g0 8f73 11dm 1jns t5k 4g8v 6x3k 1gj7 1bdi g55 5824 bxe 2kj8 1csl 3l1i 5wdk 2lek bqq 3a5d 1r4e 15ed 1u4z 9kp 18i7 385n 2c5g mvl 3k3y 19q5 17nt 5io6 1ita 4vxq 466r 1k15 5ikf v1i a63x 23yr 1wi2 90cv 2kz0 17n5 bwb 3lrq ig7 994u etb 9avi 9j8y dhy 3lpd 30ye gc 42i 1on 7q3 1j3o 4ayy 911 2jpu 4g9 9710 p6d ux1 hsq 2s76 4xzm 17dr ws0 mw3 851u 1i5a 9o42 2w9o byu f6q jeo d3t 6x8o 4fah eb4 3jk8 358y 2phx x6r 1ka3 1nm9 3ors cpt 2rp3 2rir 1xs4 1gny 3edq 633 5g9g cvig 2wb9 xqd 4mr8 1rzu 49qo 4tay 2ak8 su1 4srx 6c1i 5pb3 1sps uw4 1ih9 1e6b 1ni0 nwe rvu 1x3h 2zhc nz 3k6f 3b4n 2nzl 1ur9 5oed lft 553c 1pq7 5413 611b 9iga wtg 1s78 sda ck1 3cha 11q6 2er2 gqa 4kei a9n 4pcn 3es4 7yr 1ca4 2u3 1o5e 39py tcy 3s9d w9r 3s8n 2u6y 16gk 1u40 heg 1n 1wqz 3937 1mkn y20 1uo6 7e4a 50r 17mz skl 5w8 96j9 607q 3s78 2txv 1cvp 46bd 1s5h 2i3g 4qfv 49z kj8 7xza ifn 12yl 11ac 27os 1lho adr 1ylc 4vtw 280g sbm b5w6 17vm 1ps4 13za 4l5v 16yc wlo 96xd 2g39 2f82 12ff azgb 2wqz 112d c14 1ftz g44 y1o 57qs 3en 390p muc 3gpx 2trx pnd 28yt b10y bwkr 7h3b wki 2fdd 1wzf 1n5j dkun 6br 2zya 32q8 4jpi qfd 19ck wk7 9m2b 13ks 1bio bap5 zk7 62ar 6puu l1r 3u7v 3fqt z8w 9gx 1q6t 1xiu 2cix 3nf6 4xvt 5e70 l93 40f e5px 4ld2 5y2f 13sr 6ce3 14h1 155q 6g2b ewmb 31xt 16as 5l1u 3jy9 b75 13va 1d21 3sd7 4x5g cyqh 1yfj 6tq qrh 4qzb gkz 4l2i 1t0m 1x7a 6ilx 392f vnx 1guj jj6 3fxv 3z6u 1cr 5j4l 2p19 4lko flaj 949j 6gsa 6a9 1330 6c8q bfc 72c d16 b0r 15ui 88j3 4ihv 1brh 743d 4cy 7fa jfi 99vg 2d4l 1kq6 ldv qg 11xv 5wl6 3du6 iub 15z6 6cxi fmmi 8vt 1v4p 6e2p 23cl t2x prb jzm 3zga 309o 4lh1 10by m1 14la hjv 5jt0 6qxb 33we 2cld 1jz1 3sb5 95i uhg 6qi 6eey tqd 4f1f hgc wge 656 i5b ctzz tm2 3mu2 8yo 9sk dxi 2arg z8a 5498 m6m ecw 6pig 13cp 1wut 1gvj
2:1wh7mff 2vrt 4bu4 fyge tbr 3j1c 42zu 3r51 5no 1pxn ic1 1f3n 69f1 eyo 3hrs 3jve 4h3j 32i7 6212 397z dwml 4h55 162s 11ac 40hf 7rko 7zk 2zb 17ut irz t6a j14 1460 1czw 5vs5 hfa 3ejp 1zcl 31b9 3szq 48s0 2epa dq4 4mm1 ooe k7r 3t7b 3be0 57ft 1an9 4po 28co 1lrg 1iwy 1e6t 3lqa 2iu5 3bjv akw 9vi1 6h 2ix7 2g9q 355g 4ly7 xqf 1w4z 35cc 13e8 q8c 58lm 2lov 3ms8 2lcm 47g 107c 3l2m z4l 2o8 3q3p xdm y00 2xjv 1djq 6sjk 2zoy rsa 1etk 1981 cii 2c62 1f2c 5d9 1qoj 29na 6e0f 1hft 17aj 35h8 mqs 2h4m 10gk 4c6q 3bvr 4xsq 5b3z 1nmz d5b 3r1v 780r 2ut6 8li3 2leb 4t60 a3k 1opx 3syb 1ahg 6lj3 5ht5 2wj4 i8g 28vy 2327 5qd9 3yqz 2nch 4y2z 2wv9 1gq4 121s 3ti0 2i2t 1vq 1h84 1bna o24 a4a z2x 40sg 4rmt 6n2 sn8 5nu5 5ki9 232g nhl alah 3p5i 52bp a5vh jtqz 368p 5fdc 8arx ccn 4i0u 1z8j 2j8v pep 64m 30eb 5x3a 7uh 1pli 784q 61as 1cnt 6u4y 3ml8 aiy 7t5 41li mpc cqkp 1t7d 4nx3 1e5s 4bcl 1l8z 1hko 3m7r 69d7 57j7 2se8 14wf 3kz2 a10l 5wox i3f r19 1xlw njc 565 1lx1 3dzz 1frn 10zc 2pgr 1ged 62j5 2cx 28ps 3gr5 zn7 22ir gsp evjr 1cup 4dc8 3kdx 7u6y 1i1z 3s2k nm3 19nh 56qx bh a8zt 679b 2w1w 2e9q 12ip l1c 1bt5 30lx 6t2x 3d3f p0s 8y0m m5w 5y6d h7b 67jc 437w 2236 1igh 21g4 2016 70ym 33xt 5qtn 26uq 2rcl du7 3vjt 2v3i 3dwf 1i5d 1qut 4y6u 8hcg 4xj5 7ocj 55t1 1hb5 2rt2 1gom 2v3v 77m3 el8 2zb8 31ci jqm 3sfc 20jd 89hd 1ftm fqx 1lhh c00 5tg3 9op 1eux 7nar 38j 1kq0 wlz wm5 9niw bcs npb pix 1fgq 5xny 4p8g 36zd 349s 1euw 6nsj 2afi 9zt 55y4 e5qb znl d071 26im 2xku 1b82 20s dey 10kx iwv 4x7v 2unp n5d 2mky 6gc zem 1z3j 6z7 naw 4cc6 1l3z 25px 24ef 1yz7 17sb 40m0 7hg 41hd ay02 2bjl 5lh 2dqo b3ue 2b26 1m0q 1co2 4j9d 4bsy 38n 8m9e fnx 4qlu 1xrr 313 3ad5 1sl0 aqu 7g4 5wqk 940r 9sre wmo 2a10 p1g 2jjl 3o8q 14yy 43xo 31np 4mzg 3pls 9dnq 4fgf 5lu 23s4 868w 6mdz 6w0 2kbz 5q94 617c 4bfx bjpq 8buk 1fe 3w93 120v 9gjc 44up 17yd 103z dcgv 37hx 3itr 70k 496f 5tuh 2iya 5k09 e0y h8m 1orb 21xq fs5 yee 8j hwa n22 4k3d wn9 416j 65wu kr1 7mgl 3ctn ym2 1y4f 1jwx 12h 4srd 1ckl 2qga 8uh 7r0b 4fxv f6u 7794 qoj 1dy6 393w 4so0 306l j7w tmv dd3z 3de5 476e 7120 2owi 11tl l16 7aa 7q3j 2efu 2vt2 y8h 6s93 29bp 22sk 9gm2 txj 3obh 1dj2 s3y qf8 xne 8m6s 5k0t 2nzd 5d4f 461w 9yki 10qp umb 3sqj ex3 35ig 2znq 2onh 1n87 3vsa 81p6 120c 3bll 6hm9 3thq jnp 5qfh xpv kal 60qg 1ptk 80kw 1qqa 29tr 3sf1 goqs 1ui6 4xt7 4ele 307i 356u fox 9d2s 4h4s 9me 4m19 57q 2qd 6h1 1w0i 24un ulp 28gr 284x 9rz 9nvn 25bb 9ar 2m1l 30xc nvn 3h09 hsl 4e1p 8y8v 18ca
2:1xpsjrb zwi 26q2 3b1 5wxc 3z3v 6ced 45fh 1xdc e78 4oac 5wbg 6i6z 6s2n 172e 11wy 1d9c 2fif 5xln 9slc dnmk 2y7o cgho w5i fju 27hr 4xer baqr c52 7tg5 7gbf r9t 4ox8 f4a 4on 3c3 3ca1 5t8y 3ow9 90lk v71 tv3 1m2d ao 5ubn g0wr 3m6j 74ca 2q7e 8vbv 6sgj 8dgi 2yhl 473e 6wih 1k9o 270s cpfe 234w az2 3x77 3se3 3rkd 63zc 4pfg ab59 1n1d d7ri 4bhd 6bb4 88j6 tju i2al rqt 2t8w q6n 1fxc 2xkl 3dfq 3z79 3kfs 50pf 25k1 1yrh hqy 1jlg bkw 71aj 7waz aj58 2zzo 1ct 25eo xnt a1dw 2m9j bab0 16fz 1udt 1ylc s41 7xpu ahmf 1vy5 lhj 1fsn 2505 aln wzm 7gx9 syr 216d i4j 3ns6 1rwl wff 6oq 2hv6 18t3 21m4 129c 6ybe 5zei 3u5w djy 1q8e 2vep u4 9fk t34 q4 73mx 3hd4 2jq8 3hdp 1jnb 1acq c4o ako 3f9z 23qb 7ie8 4ep4 9s8 lka 55ki 40n8 cjec 3cqq 27ja 29ke 676h 6ino 16ah p9w 7pno 1mrg 2nu2 cq4 1rv2 180v 2qsl 4e03 4p22 4hpq 1c69 1ft 2s7 l73 434z 207w 2z8m 10fs ctz 1l9m 6yk qu9 1isw 3cv3 piq 60f5 2rwp 2241 4vae 4fhi 70ta 438v 3k6d 1813 1neq 492p 385y non z0 1kqx 6st8 6ozb 12zp kgi bu2 om2 4mlp 6rel 11ui 4o1l 1bjg 5srt xgq 11sy h3a 3bqf 2mhv 2b1z 9e 1wv0 11mz 45z5 1ixz 7gw8 rrt 5667 nzc 1s2b srm 7485 hv5 2fka 4li2 3zie 8daz 9e4 3chi 12op 7uye 2ew6 1lv1 6md 3nre 5747 1dkl 2pp okq glo 56fn 3qo3 3mp5 2d7q 4bi0 msl 35r4 6xfd 27cg ptb o6a 2ffh 8tt 17sf 13r2 1k4o 3y9x old 26m5 vzh lim 1c4 48yt 16kj 3e2c 3onz 2ql4 7wh 160f 56ry 6h8d szu 1c1x 4l2i 2gdn mirt dio ql3 5oeb suw 5kmh 99j 1okl 8gsq 9xp9 4yj5 1bfp 12qq 6npj 5fc 4zb3 14xn zjj 2p1d 4f1u 4d6j 33t8 2oxd 10su 8hyo 1q6v 4868 28xm xwe 3oy3 2m0c 23i3 5z0a ew5 16vb 8ow 33z2 1gpu osg 3qak 1qxk 1z7 5kv 2bq xot 2p4 4b7q 36m6 56t5 5fcp 1b5w 46bf 5fgr 4pui u3g 1fsz 25to 1x72 302 hwi otf 3dna rbi 1unl 8ja 39st 5zus 36n2 xf7 5324 2lhw 37pr 2x8q 4zo ki7 g3x te9 1dkh 1r8e 3wcm 8hqt bp17 4foe 4351 3f3o 1ehz 7rh ezp 2t5t 2uvy d1c oxd 2oh 20e 5b9z 39k0 7ya2 34cu 1gl5 3n4l y6s xyq 1n5 3gbc 2yij 1nv8 3c00 1uza c09 2e71 2ua4 ey6 16ek 63pm 2a0t 4oys 65c dpwk 3ev 6894 4bij 20lx 1otf 3oj8 1ybh sj7 zl3 rbx 2uj 7yuj 5ufg 43s0 1vm5 ggf ac3n rpo 8cxd 4i8 8pb 1ovl de8h 1jwg 58q9 4k3q hux dkg 2cnj 4ff4 1ajb zr2 ilu 6ea a39b 1ofc 5xr 5ipb krv 8wih 1wwr 6uul 7357 8te fdx6 dnru a7e 12ki s6l 57fw 90l 4eos 4aye 1d1l 3v59 3oiz 38es 9tla 4m1 uzk vu9 2t7q 3f9k 26zi 2049 4ttn 4fn1 8ji 8vvv 1jqj 29tl 7fcy 2dpi fft fqu 8rb1 1trx v5w 6fwq 3ej7 ia2 2zrb 8vhw ywy 3r44 9lia afdq 2j09 56an 2ngs 12uk 978 f77 3ba5 1szk 5z8z 2jfj 6p2o 8egw hzmf 26qa 1nun 1ypi y9w
2:1yzaomo 584a 14pw 2o4y 9mgh d810 1b4q 2u54 dcc 3n6n 85rr qet xja 3nta 1l5v 2hgm
3:14op 9qss 4w2a 1rrt 8phq 7r0p 2cub 4qao 5u8l 9v41 bfw9 4dk 91lr wkt9 qnx 6cvt 2v0r f40e 139d ltnc 1fkn 8du 1oso c7z4 2dph k24s 4k0a crz1 hbfx 5x4k ed0 39i1 f3u3 k4m0 5mqh dp8j 43h6 galz 52z8 23fq bpqf lg0p lor5 7608 5ndr wfe ecxv 3ckb mdy wzza 8m6i bdxu 4wrw 9hzm ey22 4ggq 1slq bd4x vvon 2tpo 3lu 4nt 1ri 7gpy m3tu 3vr0 9m7i 2bvp 1hio ljp5 roal 1qlj 24xj 49px lvk 1xdl 90bh gzlv 7ymy 8yze hou7 cf34 kwvd qfb 8xeu 4uaw d8t 89m0 e00k euwu 7gf2 gmr7 duwl 32yn 4m5s 649l 3gtm bpf8 rbm9 v1y g4ap 416n 181q 6lgk 3xlm b45y fpec 1sm1 ky2 7naq 7p04 1d2g vhly nyct an5j 1ha9 gklg d623 9h98 6rt 9yil tyi z1c2 6niw cvo4 jen0 uz6g 30jj 1c9y 8wkj 4z4o 34bo 6pnz 967w io6s mp0 sda0 7cm4 dgku 1nok ojm 8omk nbwe e40i 2wl2 7ry8 f5sz dijm dwmj 3mzz 7xkh 5o2h 3wn6 g2cf 11bf dm42 6owu 18lq 140t9 d6l cnap m132 2r82 3pfy 5527 c6fi 8xcq h6m7 hqic hpx qybs 2e1t 2kr9 1cpe 1dzy oztr 1mn5 9858 8oh7 hloa 266t p0t3 2imw dte4 6odq 1u2g 3w3 66bo cijx wia 2pqe 4ugk kh5l 4bhl ry8j 16cd 2itt lsqd 8e7m ilbr 6mu 1d3z 6bqx 83r5 19hw 3cbh 5fgl grw6 cw9m wwjm 3asv b68f c83q o5kg fe87 33e 2xj7 1nmj dfqs 223n g7y1 53zc 6eve gybq 40p7 50kx 50pv l81m 64wg 6f07 qljz n4fx 90k ajq0 huk9 5v0f 4p4z 54ck 102e 6qo1 2k3t 85xk 3stm abv2 4rek 4g1s 42ww jshx 9dyt g4z 40n3 6c8j fkn4 52qe c756 xsz 6fh8 6zno 20bv ix82 hwts 9e6b ntfa lhg rls aien 3eo1 485f 68xh 500y c4v7 4615 81dd hank 9vsn 1yxe 2qnt ltts 5ovm 7v3w 7yj8 3glc 5g2e 3igx hg76 z2th jd9b 2984 2jyl hopq lsnf 1247 8h2q 926g 6hkh clah 3020 hrla lws lq8 o5i6 5qa6 1len jxds aig7 24wa 1ty5 i4o6 b1rq biqw 3ud0 72gt 3g1k 6m9u 5s56 4ktt gah6 3xd6 6up1 24yt c4ys dpz5 dn7n uslx lv3p 6j92 5l2e goc6 e038 3eb 1nqy 2fzr dapr k1w5 3imk xn 5d0q 3z0i 5tiy k1u8 3dob 1bzz 5woq 1jcz lm5f 5dmw 4a92 ooh6 dzt9 jqgm 66b1 b9jw 2ehy 8nf6 1bkbx 7b7x 6tky 5whw 1nwz a0fi 2pp9 10lkt exh0 k2v sc7y d8k1 54jx dagc 9s0t 7mex 5z6k 16jn pblt 8iw9 4mzz 3jik lb8 81x 6q2r 2xet 3my1 8a92 4qdm q33w 4jrd y098 2c7s l2d7 pgc a7f9 2738 4jb9 3phl emtd 1i5h 6cvq 1dyy 4gsz 19ah4 9vdm 1vu2 6ril 2yc nq2m 23l1 15ir a4za s17g 462s 7k7w 47o5 9p80 5efy 1yw c4ev 15gma besv qrpb 36zr 4nut 3ejc iwwe 33as 189k bf9 zcx 1acg 3py9 1sca 2i56 3fwy 3d8 4lkf 4fjg u3a 12vh b3k 5y5l sz2j g3ir 6os5 6o7k kx1 a4vc 5lmq 5og 7ays 2547 6okn h7a 6c78 hxtq 78cx 1td 19mc 4dc3 18g6 3m4g fuor 2t1a dm2j xp5 3o4k 29ir g7r3 rzq8 izd4 1opx 1moq 32bv 3avs drj6 2yfp p2vd 6kyh 6dfz 9qyr h8ui 3oq2 4pbc 2qwk 83l2 a4vx 61jo 3sl5 ciz8 2wr2 2fxm 1zbn eqak 3831 1xxq qpvy 721o ia26 27qs b3jv 9af2 jbux 7pbv
3:3hzqpf bume 1b8c bcmw j2td 3dzq euk4 q5y5 cwvc dh3u 9re7 p542 f5ks 1fcv 738h 7xe8 bjwk id2i 6zaz tyf5 30ub heb8 klpj 39md 24re deiw 7p5a d77 6ym7 7ad0 itkz yi94 63ky 7svv g7rt 4kke 78pm rea eh9d avo4 ajkg u3pa 4s94 pjty 88dq 7wpt auw4 mjly 6wv3 et6d l8ss 2jgh dz3g 33le tgi 3ivb tq8n 1qpt 1xx2 f8d 6akm 587w 4n1x 2by8 md6w 1ehu 4lcb 1yir fhg2 3idp 1gbw 222y hpvv lpy5 caz 2ipi hnny ar8i sgfe 6b4c 7bnt et3y 5gy0 el1n 60u8 wya 4gid 38vt a5gr mynr 1h44 28e6 8r4d 4ygx hxd9 139y 35l3 uwkw dj6j 74if iv4c 4x35 6bdf 34mm cegb 1nuu 9qvo 3lfg 2ct1 thf 50uk 868r 32zk g1uj qio 2wji hm00 1ivt 5of5 a0j5 3bby f05 29z4 3obc 7z7 cx23 1nkt 6sjn gtcf alqx aoht 6ekv 17ty ps4 kwk foh 2d6x br4 59yh ned cir1 4ljg 66m1 1de4 ew8u f5br dh96 1uy7 61pw 2kvm 482v i1db nxa 7v4c 4iz3 3i12 a4yn 2sex 5325 gnd 7zx4 2nq0 aryj a9q 1f5z 74nz 3ks6 6hl9 7f94 1f5b x87 3rqe 19f6 7oik 1rnn 86bc 3a5a 984v 8eng cwhf bkxd q8y 7ybq l14r 5zk1 15jf 2w4u 8h3 725 27q3 8ys 77nn 282u 8n idtr c3u3 pvcy dt11 59bw c5tn 93kv 8cbq 6gpd 8wny 143t c0m8 1rsk lmm1 41x kfr 91k fjbf 6246 h3eu 3519 ca62 4dx0 1wd2 84v7 5kqv e4p3 34nc 30hz 14oj cttp 5uht mmg di9l p7n 4o95 5jr4 5i5o 6bv2 deyf 5eje sczu c61 hjw3 1hm9 76m7 7q9g 2x11 fnn6 6314 29ty 7gat 3jqy 2si3 acsa 2vbo 7lk7 2efj 1yo2 736f 9ybt 2m8 49xq lone yho 2uy3 xai 5tgy 4eiq dwvq 4vty hga0 19mq jawg 12tp 2o0 gu4q 17y2v mj9 7rq9 2zoc btbr 3cgc i1ns 6te1 2dx 39ax 37r6 ce9e 8110 aq9h 770c ah25 10tu e5fv 1ue7 k9ya 1jk3p 3mna d1bl fh9 vh5 giet 7qq6 1l5e pd03 7nw4 ks36 25t ly89 1akx vu8a 6ckj 7e77 4ruu 246n ad4c 3qf1 654b yylt cyyo jh9 3d0d hz5 1kuw w6ne ic8p 497w ekjp iafj 6eof ba45 4 36zu 2a53 bffm 4768 9hh9 c18z lxg nqid axap 95q 95gk fev d4a7 3ku1 r0bu 4fb5 9h7m 2ho1 k1x 2g9f 5l7n 54ai f69e 1276x 17hm qijg 1df4 2n5i 1uf 176mc 5cr7 2inw 6dim 5b2k 58yc iv07 cu8z 1s5i 1u9j zge 965p 9yh5 1flc 56ry 5i0 miy qpw ajla 5rq0 3en6 2vvq w8k 369 td11 5lis 7but 2hop cmcx zkn 2y89 er1z 2hzq fy14 48ov pcn ir04 96o7 3kk1 5ogk izb2 87ml 64u8 3wcw 7psb oks9 6zhp 3w0y g4ju f5e8 dj77 cdz7 2qag 8hry 2cce 5jzj 5xln 4pz7 vhu 3gnn 1420n 655x 4k5r 9zv3 4689 7qxc 2k3w 5i6s 6yh 1bm5 1bqi 65yg ede 6655 bwkb 7iph 2b0 d0ej 4jv4 36b2 dgu dox v1u 12i8 8x4s gydi mf0f 3w2t 1sty 5qxs 95e8 37n7 dj5d 8aut 6i4x 7xn 6n0a 24kl 4uqi 22xn y0j 2zg5 3xhr 9ap 79x0 2ir2 3iqu 5es2 5ybm 19b1 a6e6 3hjx 1aaa0 iip3 imzt chwz p42k 1ozf cwva fb82 11c6 2jz4 mj0e ojl 4b1s yu8 a5cc bdw8 elck bhgy 6qi7 8ibu h8fm 1l0r 1hkx fy30 3t5w mbft 5s2s 1jwy 5km7 8386 4xja dv09
3:6o2pjj jk1w pei 2t2h bgv7 if0e 7oec 2otz pd05 zkw kbhk i1g 4mqo 195jj ggh 64lh 3nfv 200m un5e 82bj tvm 3ymw zh3 72u0 e7lp 26h2 19rz 8ica 43rg mgn eik4 6iza qkb 7cp2 15l9 6nhn 77ct vg5 je1u e8nd ap8t dyv3 7fv8 jo4 3ngg 1fe9 77eo ciq5 cuit 40xr bjyr 63lo 28nr 1wxe 4mkl 1who 9ksm 73s7 qh28 1uoq b9bz 2hjn 7o5c 4xsy 5bp9 c96s gzld atof 443n kls kjr1 64z6 rsfe 26jp 2w7j 3zht gvj8 98x0 43rt 3irx 15ck 7d47 6ga6 3x33 bj7k h8po of2b jpmq 1a8n 7g0t 26o4 g6j0 jwxf ebju 3iub l5ib 428x ctp0 6nz 33z5 26eb 5gbn 6pqg 54p5 oorw 932c 1u2m fpli fk1c 5dx6 6u2q 1b14 150kt 1l8w 368 cwn gkjb 234l 97wt 1vle tfjp 92lt jrcj 1769 30b7 1kb4 1xsd 5lqu 23tv cn3 m9u sypi 8eal 23eh cp2d 28vt f2g4 2mtz kd6c j2qj 1ntz 2ewk 3500 bpfj 3a0g 4uhy 10ae7 37w tjer 2qnx 1wwg dwgz nh6q psm5 fgzq 8hga 6mxg 49uc ie3b 7cxs 19bv 49kx ane6 bkdi 4mbt 4p9n bykx 2oh9 haxw pi7c m1by 20z dp7x yzm aelf w1lh bl16 74ul rm5 2di7 miip 5u15 17lo 2h33 59c 8hg1 ie0v 1p26 9th sy1 1oj9 ib0p 3a6k 1q63c 355 oouf kwz6 10o9e 2k10 8k8d eh1t 5x6a p3h b4ge 2ctz fm6c 1r56 38rn 43qn b1wq 2h19 8wzu dgtz ey4y 6v1k 2fp7 ckox lqjg f9ww 3464 xryl 4dnp giwy aqjl 1oh0 2nxt fzk0 d4vq 6ktu l2oc 7773 iqyt 29u0 3rcn 8i70 hjdl 2x7a 3ssf 10fj2 qows 2qkn aiki d5rk lc6s 13g5 14so 1mmt 1yy4 37h1 c5dx v72 o6po 5ai1 4361 ifu sqvt 2ebx b7py nott e0d0 7m6a indg 2ny4 537v 92ah 3vdr 4a5o aafz bont 4oio 1316 8t91 1g85t 5cs2 4h5n l2nk mv9u fzrz f2mk 6hot 9zow m00o 2clt 21fn cd9t 56he vcv 1wdb 3ndr bh9f 5nol 5s1t 58ey kj 61ca llj8 3xyy 3v6y 47sw 5y1q 2vtq bw31 9zfy d772 clhm m6jg 1grb 88pz 9cne 16h 1ce ptks 843w 2vu0 e575 32zj 4olj 734e tfa 25vs 11cp 15me q5ok ugbr pwxv 76l4 4g9m 9djw l9n 7a0 36tb 1anc 9rhp 7mr9 55l3 f4ab apxu 56o 195a 6enh 25fv 5aku m2fu 2lss 2fc7 j6bn 3z91 2mz7 5hxr 2bld 6jdi 3zql 1r44 9por ag06 483i 486w b4jz bqli 5dai 8l1r 1ygz 30qt 9mz7 ivrk 5voc 55ke jt9o 3fx8 7hwp 2z3 aqu2 anx 94t5 7ob7 4f4s cdv4 by3j 6oi kb5d 8711 bod3 pgdh 9mse cjha 1jlx 232l 5hns brk0 4w9z 3nz0 2a5l 30qu 74u3 5hmm 2zr1 6rly 4ukg t044 8x06 65x4 3jkv 18qr 17fv 6kpq 9x1 aty3 csn h9dw 3qy6 e5bu fbtc u44 4pwl 5w1l 5miy a9m4 wr7c 331 bsap 1rvb 4lr6 11ar 31i3 63p2 3b5d 26qf sl94 3bbo yv1b 9spy 18am dhxv 1rb3 3vvn 2xc4 67jj 6197 2ett n24e trv 5lks ezdo 3ilg 4i4l 7cng 6kog 1gzk 1mls 908a 3mhs 3k6g 3tfj 2uh6 5iqq 8r2i 1wd6 3otz 498n hrcj f37u 8cay rm 8d3q 33rr 2uod 5mbj 3pe 2en8 140yd ld7l 5xys p8q5 rfyq jhl3 26ue 9ro8 mh49 5hcd g7tk 7q57 1jrm z1s 1e8m 3syn 8gx9 5aqp 4jem bcmp 4tmd 33ez 6zf 5e82 vllf 2hw 11mx 4p4l lvlx 1nj9 z8k
3:a3bwtb ooz 13mde 27hs 8a9z nosr 4ew6 66bb a40j 645k 2u5k 6k69 bi7y 9chb bjno 157t xpaq 2e7e 4h1q 21y8 314w dl23 8yjb 4ecx 42nx i 8jpu nnj3 i7tj om1s 2pfd 9yw g85 izez iklw 1ir7 90x 2cds io4 1kfd k0t faxc 1x9r 5gbv 4l0r zjg bqkm 2bmg 14st a30 ji2 9ze ccww 3vsw lu13 f563 8yx3 1n2d 97sv 9875 8cf1 2tbu 4vh0 41z7 ix04 2mgo 4ldn m8b 2y40 b6it na11 aqzu ietb jgg3 1sgu 4nnz 19j4 kbi ks57 9aaj k5j 984n 6go6 6pxc bf9m 3eys 354b 1y4q dogd 1co ctwy 4i0q 3ovi 9847 39y9 zbjs 73ft 9o2a 35tt 1u31 9rtq atfa 8mq9 67zz 1lk5 61xv 37b0 q3yg 5mnv 6i0w 3rpf m7l 11f4s 29d7 6pb8 1rb2 o8h cwbe 73ob 5os9 2yco bxw 24d7 dlz9 4rl f6tn 736i 8uhf 6dzo 5dm kogv 9g19 3dwq 128kc axj7 1aj3 3w8s 1ezt 1f2s 646 bwiw 80b5 aeto aw7d hpmt 5xti 174n ju0u v6 35i5 cylj hjw ck16 hqbk 63tq 3xk4 3wji 34w5 b5ve sxmq d56n chd2 d279 81s 5a1 5ixe c94s 6klj kho8 4fs7 a6f4 62yn i0vi s0gh 1m9z fwdc 3bd7 27ne 2hci 7vkt cvxh 42x8 rcu aih 7dsw 4e33 9gz6 9p5n 72ey 45iu 22o7 d3pp 3usf 1exk 14dct uay 8aiw bw5q pwxy 3lgk d6vt 66om xzmi 44hp v3t aws8 1l7e o5a1 dvw6 9zvk b72i 8kvx 71h8 6gwc bb2l 2lxp u288 auiy l4s8 3s9m sm9b 7h05 3rjk 3an jag1 142r 3qb4 9ayn vx5 32fv ats 6kfz 2x60 b3s6 glkc 2we 73ou g5o6 hoc 9xv5 ddl 9v0x a8sq 5hhe 5d58 egst jxm8 766g 1qgs8 3k0t w7o ax55 48ja ob1a 36w1 3yin 14f3q auo3 40it dyk4 ftu4 jgdx ai6i 13tl 2owd o5x hsj hc1u vh8 4amh 2ff 40q8 hmz htwu ps 1dav azus cqwg ixo7 4hfp 2wiy 4cth 19n4 bc50 gu2j ne2 ycg4 1qo4 9xph k7ho 54o1 2qdg 15d3 8j79 14qu ek58 gx58 4jz0 oruv dlpz ixri 86fu nul 74sy 8j3d 7ip9 1y63 vbbx eh6c 3gjo vdzz g47b pvs 142k 4tlz f2tm 1pbj 157l 309i 6789 5jps 1urf 5pem 12wb8 2tql 478c 6wr h4uw w0m5 1rks 3vly 6sgc sa3u 78u8 67t1 2cx8 2jl7 8qow 7pzz 756c 3y3g 1s6r h1md 26kt 410u fq2i 4a1 1rcv 16l6 kcst 1u40 3c07 3ebt 1t8pc 9vxh 213s 1uwq 11g9 dchz 4h12 6f1s jla3 3991 734g 22i8 6w6 by80 2y6c dlfy ji0k 136w8 ez5x spmu ib7e 4dbb gs4o 2h6m df3 djce 25rd 4fwg 482x 113m 2btg fiy1 pxf 6cin 2b96 i3n jl5t b5np 36nj mf3n 20ya k8m6 77si 19hd 3y6v 2tee syv3 459t 8oaf 6pbq c5xx ghn2 xuz2 1r6e g1i1 1df6 16nl 14yq oj7r p3yg job6 7zna 4hnx 4hlh 5i6v 3ixz 9jye bdzp kxpk 2qti 3z2y 4cff j3j r8s6 cbu1 fly4 hr6w 5xx8 n6vk 6uao 5url 3i55 a0xd dwqw 1u33 48jq 1e3r 54e9 3h9b 3t73 bnvt bjwo i8gw 490g cfho acah i7e1 gmpo lb5z 4o7b 6uyg 36tk 2qw3 45ci 9cys eokw 1nye oakt y0v 9iqh 1jo2 3wvo 2f11 8ylk omp 1v8s 4zwc 1z9j 4py2 62ef 63kb 9t4v 14r0 o4rr vt1 f700 ncv4 1hfq 7l10 1vb6 28p1 1xd6 wzk 48p8 62bo 5t6l 1pme 18c1 371g 3604 6nlv 17uq 55zc 873c 4i35 1u10 32fq
3:dgzlfi 5lan d73p 9p1h cvlj amv8 3roo 329z 9nzb 46ke dki3 22zz q0f9 6agn 4irx 5tb8 1bzu 44lh 6klf pck6 q8a 77qs 11qt brxj kocz ar65 gkh6 ul5g 462q 14vl 7986 14t6 4gu b1ru gaot p1ib lzm 8ino w54a 1s8z pddp 7x44 490f 8l1i 2ihm 2vpy 7c84 akef 2yto 1pia 42en 9aqh a9ve v2n 3oxa 4aut xmpd 89wn 5xu8 9wqh 4iz8 ibj agry rum 2n4 6wro 5mfw 84fg ic4r 72r qpt 1cqn f1zc cfe3 6joz k9n0 2vty 7nj6 8xbs 2qv9 1d2f 5ue4 sy3 201z 57cz 1j6 dl8h 9glw 1fb2 6j5d dy2w 3qx5 5nmt cov ldr 27rd 3g5 b57x 48xn 71ys 1r8 hzp6 92sc 46s7 duc2 321u 56ro 49kv 1jnh 4slw 15m9 beby q2a 178m q03b 8spy f80b 1zqo 8yop 1jwg cfl1 17f9 ky2k c161 bynl kg2z 70s8 f0yu dw8 963 2345 bhu1 2mlp 53or 4qp7 ipk 599o 6hb4 5rcu 14r0 tqk 1nze pbh6 rdw2 1hn9 2jjb 32qy 8x5m 21mw 8r1o 444r jfa 1xso 4uph 32ce 32b6 2xw1 uclm 2ckp n5v a68n 68x2 bmi8 lile cyny n081 1gkq 2vzj 38do 395k e5rz 5ziy vvc 161t cg77 rw 140z vc9 5ms7 1n42 7mkv 3fex aj4f pgph 75qf 4bog 671u 2t8s yyj bejl x4ws aehm 3i55 jbtb 7mvs 940z 4kqy 1p25 1wrp 7p8m 3d33 9av7 2vmk 2hp6 5wnv 1voa 1saa jwv bf5j 4h4s mbdx 15sc hwst 2bq3 3xhd 3t6j mz1b twl2 18ht 5xzb 8t74 1dql 6u0d 9h0p 486a bktf cx27 8zxn 5px6 7gzs 41es f4ql euwm 2t9w c72 jbru i115 1ghc 3jxs 57be jxvy dcr4 2etc 3616 gphn 38wd 4709 llk 3r7o 8mdq 196t 2bho 6s9p 4wo0 5tan o0az 1gh6 jse 9pg 1q97 1gj8 71kw sggi kq7a 3qoe josf 1vn axxp 1vku ni3e eehf 5x1z 7xk6 961o 3nyf iizr 6g6 ci07 4lgk 1ya3 14zg 2ten j1gm 2spu vepa 74qv 3rr2 quix b3jk 1ssj 4fvo 7fbz 2fqz 7mxt 7oc2 e6g9 f6l4 3vos 7dbb 26fh 42pm clqw xgr 7kks 5lux jy3z lc6e a40w bqb7 31y0 brkc 5pld 4btd rde e899 nkg d6ge 3sg5 1t8t 42dl 4ko3 43ag 40wy 51vf ang9 3z1h jzfa 5b40 1yd4 4ksv k4x4 1vnx vn5m 2514 fb1 11aks ndk2 1qn2 jplg 4y7d 1bvx 3kpp v4 lur 882j 3tii 42fk ehd5 j4l0 fqx 9wb ghz 4z8o fuvi aypi ikmk arv 2h4a 7c6p 7fl gkmy 103s o2no d3ts 376o 1gbz 2zyh 7kga wko dw1 4fyn f51e dgt7 6gbl 5or1 1s6j 9ne2 45ak 9hap b3lp 5nq4 9bxg 2c3n 23ir ce2a 66lp 2h47 5np8 1qei 4r24 38bh 3h6u mqlo c1bv 1eeq m0a1 er8r 11ov 9sf6 78pc 4z35 pzoq vgb 4bk ji3 30hu nfbl 5nxz rpu gjr0 30oe 58x kqyr jlu 22qe 59lw eo7c fl1 a82y r47 k2o 7ut1 midi 3fbf 584i 8mjl 2ix6 yc1t 3ira hlmo 4431 embk 60ju din gsnq 33cr dh8t 543 lopf v6f 721q 7w9v 7eni 85dv 7vdh 545b ypzy 8nvp my4r 42o7 528r 47q2 rozf e787 ei1z 8e2u 6jnm ya8 glm3 69hl a7bh bczn ag1 2ovb 2mn4 7u3 c5d2 mmvm 32rf 8l7s a6qp b8i8 jbt zlb 4st 2fqq 2zsl 1bo5 3cq7 qem3 1y1l 9igy 5da3 1jy1 cink 8oaf cyo6 811x 350a 9p3 59xr kou9 4clb b800 d8ty 82mf cbo 75hv iuu 6obv
3:giebkv 3oqf 1gj8 19g2 6axa 75sn 5qzw 2sw0 1ozw bzu7 dlrb 4kld jlvg 63gf 858n cb2 8j0l rxc cxg8 2ha6 2vbs 24hu kbrj 931v ee77 8667 a6mk 1wcd 4r0y 2xp7 7ggp 8db5 7daj b2nl 4vzh tiof 5csz b0rw 32we 1k94 1g9s3 bbfu 45em fbcf 776v 9jko aqvx iktn 7tmc eqf6 39k 6wbh 34ls 3a0j 3kwj 7m7g 2fwd qpt 59jc aywx 3dm 7k9t 5q8e a9w0 csms 53ne pyfb a1ks 1by7 gwn 6nq3 a7p 2745 b1d5 209 13yq izdw 7u1 2spo 61oz 4qqc 3ms4 p6y h87c 1ik9 dnnj 2dv7 r8jo pb29 8a3u 7z6l ho39 njx 9b9 6ch1 3xcp 1f5 beq4 6qfb gc68 1xs7 3u2 63jp 2pm2 5jnr bal5 u5nm lrx3 5a76 14g5 3au2 2gc8 5lop nlf hie5 pcj0 5bu3 9mie 9lh0 c3h7 eoch 6byi 3td8 g7y3 hogj acaa a04c 9jse 51yl 25di 3dgc 89uy 809j a4pa 2fl2 757o 3tcq e5el 2zq3 t8j 8lu5 sv1 106s 45f1 3aau 23mt 12j5 2yba 4hsp ewq7 81p1 6c58 bgs 7tei cigq 3g2e i2sm fi9o lbcj 82z 6o3m 4n8h 9tgf htd 48k4 41j4 36zy 7s5q 8ibz 6p0a etxy 8im 3l16 9ais 7b6i 1x66 cz67 jqmt ewb oicv 58ys 2cf8 o0t 1gpf 4s9v p8g4 772y 942a 42mz a4ap 1iaf c6c6 lq49 4ryc 8bax 639h 2oo 2ww0 80qo 8izz 93z4 ktpl cba0 2yix t4n b7zu tkw7 33bw ysmy gpq4 rxz b91i 899x 28a3 bw4e 4l8g 58jq 66qq l57y ceg8 2awr 4ifj 6vw7 2zhe fk8y esrk 31m4 8c 2jqu u85 o4x3 clw7 omd3 pnb l1ja 5fgs 4hyq j4op 53np 5utu 6q7a 2m9v 197j uxs 1h7k 3o70 8qxo te8l nu2i 2cwd 2tll rahc 9524 fm8t 5egi 4tj3 crrv 1kb3 bd7w oyw8 opd dt6z ayd0 1sd12 415e fvw3 atrk 40gx es4d d6l0 9p5v 4g5y ac64 b339 1a8m 3dl5 2k6z p1j d2c 9e9f 5jno 57cj 15gi 41cd nrin fw6f ey11 4wbb 25t9 b2x5 5qr6 64q9 9d0e 916l vpf 3cgo jl41 3qkv kqar 7wu1 1die dq7e 8c1b 53w2 7cjd 95ji s29c 4obz 537v hbi0 h7a9 ck8k 8gv6 60r4 4r9r qb8 9gx7 2r4n 4zuc a1ns e22 512j ssc 7dpo 1u62 hoex aago bp1t a7ob mdxq 4i2x 5wj5 lwuc cc6 40t6 hs4x 1t07 1jx1 2u0 1ik3 1ivo 1imk f6zz 1t0y 3fci iwyf 5v0r aefb 1sww 7ccc at4g 28n3 38gw 46zr 451p 6gi 8ol3 6ze be4d 7f41 63p7 2y4f 2cpe xcd aeau 1slw 4z5i 4jxa 3qf1 8vd2 nf1v 5jh1 1hmb 4ifx c02l 7wi2 8cga v54 cggh ikr8 6a90 beou 4hih fqx 3uor 33k0 4ayu bufl x37 12ad 8t81 9v6t akc6 5tei 27hl 5tli 2rxi mquz 484n 3ytw hdio 74k9 w50 2rrt 3j8a 989p gtlv 8p46 7i4e 3dv6 m77t cl0 943u mrtm 124f 2cba 5nnz a8in dj7x kis 8fj5 4b1d 7leo 1692 10k3l 4gti rrnv d3ml lxhp a5uu 7rp4 mbyy 8rac ibck 1xl8 pzvz abd6 hysu 8gb7 3bm6 4qsw d7oq xl2 gmt5 3eb8 3f2t 5oki dao9 wm0h rx9 17txf 10aj bb25 c6l 2et7 2113 4ins chpo 1jgo b56z 3iw2 9cjb aj6a 7j1m 37y0 5t3l 9d87 9ew2 3o2 6447 m5jt yukx 628a 4en4 6u76 2s1z 1e1o 3nj9 i6s rfy 1px8 qgay j4e7 3tho 391r 2klr 4fx6 i1ng 3rdo 7fsy 518c dc2v 6cup 5qvb 1b54 mxw4 39y4 1clt 5j12 9suh
3:jqgrga 3afo 1wkd 14ju 10f6 4ip7 3gul 54ib 197s 6jtj 1o9o 1egr k4g 3qvz lss4 qfk5 b34v l75c 6j1v 556h 2o4s aym 955o 39u6 jhyn xk 5nme 2gub 5wjp 6cwl 4l9b a9y4 5rj9 7h1n f629 7fs9 4cj4 1kif tad 3qfb 3xzd cnxf 29ky 7843 3pgv 1wkv dbh9 s1t 4izd e0zw f1zv 8dao 4tch fxp6 a8sp 22w1 e2jh i0v3 gcgy 7918 752m cop1 q004 3poy 87m0 hryb dn1w b953 7v6u 90o 6nw0 hh7h g1f 2na3 8qqq q63 bx3q gdix fz5n 1w by7k 2psc lvy3 22lk stz6 3lnm 27dl 38ii 57gq i47k 3i7i 6btl a3so 2yl1 d7x3 kygb ca3x b89g erhg 62qx f7q8 747l azsk 1a6n gipn 9vls 8q09 fmhj 2bkv 73r6 5j16 26kp 1kl 5vfg f6zy 5sm4 10e7 8nts 4gk8 yxt afwz 8kdf 9j7i lazv 61do 2kga 2nr5 6m98 2q9c 5asd 4w5q 8xy4 hdjs s45i 9jan ouyo nsed kf16 7c4g 3xyi 3an6 bsr7 1t5l 7lg7 92mt 7mb0 103h3 6gla ere 3p4n 4318 odd3 9f9c l4j5 ufv sdve 2nhm 5dtt iddp s0a0 3ux4 sb0c bwgm 2ky8 5md6 nj4h 2rsl abyr m0op 6cpd 3wqb nxyo drzj du2 207f 2evz b7x0 wrlp 2d9b jrol l0vs 9p5p 4sr c6fb 9uwk 6qfd 3ws0 9oy4 bi6s g8q 7hq7 3mrc an0s 6k3o 28ft 23ax 1oai 6t1h 1ff7 exhb 3m2q ao3c 16lk 84uq 80tj vk4 2ftn 3q6m n97 4dr8 ag9x 7st5 1itw gsw3 a2ws 56sl 11tnv 8qve aw5k 322 u6rp 3lx8 7khv 2bhh boyw qsz h3zp mq6j 4i5o 6zjk 3any akne 94yx 74t5 g9 5vjz 1ajle kui 166wr 9teu 8mva 5mvl 6gkm 2wbe 57n2 7wfe 9fiw c3mx papo vp0o 3ik5 jx0 597q 3ghy 4z0x 42gp 2yg3 2tzt 4a77 120xm 7chg 16ze8 dqs8 6x7c 19rf 1brz9 3ppl jml1 4ms avwr 6mfv 82hq ktj bqkd elda 1lpt 5vw8 1mv0 32di 7cmg 1l2y 3wy7 aiqb bw71 3544 ujo8 26n9 lnz1 1i93 aysh 9xay 5g19 48ve kcaf 1y6i 8afx 7xcy 766i 3tz7 1kpu lmya qv4m 8e18 1ghh okd0 fujm ao0k 6l6s 25z0 bgr7 12xtc 359p ec1 9kwg kj7 2mpz f8rh 81o5 mj2 6fms 1gh2 2d1f 2t3 61f7 tbm 11x0 i1g ckiq 65vz 24ho 50k2 2h9e 16pe aip4 fwy5 dwzm 55ed cou8 3lri 4jji 19p9 mewr aqer 6l8m 229s 5nht qw9t 7su1 8n9j 99nb 2i65 6v5u 5dbh k8h 6i6v gm72 decv rqxc cmp4 3xxt 5wi9 4rxk 1akq lyi 340u 2vz2 787n 8xp 37xr 9vbc 4fq1 5kyu 1emc 8h1z bp90 3q8k 6cy8 1zwt b7fj 34mm ft9m 8tjz bl05 429m 7g86 vyi6 jbl1 9u0t c4sz 9h49 44l7 a1ho 8h2k b7xa 85xf 1k0y 3duq 7328 nvx2 7dbv ie1h 8113 g7e4 147j 4d92 6e8o hk0j cw4 cioi fur 8q88 5a8j 9rrv 2gc6 9y3k 62h8 1mqy mdhb czc dzee f9b 6rx1 4o3u ahw2 2430 2j3l 6foc cqm9 3xxw nrki 1y9c 6rkq 5a0a 24y3 2ui5 43j0 20u0 o4c4 kkk 7rqe nbv 8oa6 9blt 4j22 1gqk aop8 m737 rxxj ufd7 2cek 5lw7 yefn aib 38tn g37h 4c8y 66ls o4z gwv7 eocv auu2 ahm b9gh 7ib1 51k1 gysl 493j dkm4 6mji 74lv jprq 9khd 5vbz 3wfq 74q1 2cz0 54rv k75k 1k9e 36h7 cepx 3dai 4f7p g9rj 3lw5 675j 7yns j9h 8mfg 4ro7 zg0 hjl bagg gvt0 4z5n u834 9rb 9fse 9fgx 9oj0
3:n5nycs 6ozr aulv 5fc6 2n2x q84w 2gbi eed2 i10c 4pyi 1ph7 6gnd jpi4 1z3g 4jjo h86r igxt 9ram 6ly1 b8gb 3n1o eh98 97my 8q25 4nj0 fvz4 2jnt twj 8n9q hlwv 16bi 2rfe 2zzx a7jy 14us h53y bgrg 3iyb ur1v u649 39mo byk8 f0lt 73kg 2hgh 46fa 61tc 7klk m671 20lu 6ga4 uqd o1o 2a90 48c9 nld kqa n79 dirf 3nvf cwso 4ogf j8iy 31wg fc9r 7c7f 7v8g 2go9 ax1r b1mr hw8k 4g4 1yj3 5fm8 8o53 2sy8 i630 169b v3m kg9o 7eix wkmq qtzd ge6l 7jfo obs5 21td dtmb 2q9i 2nzy 53nx 8b1u 2me1 yda ia0h dd4u 3zcv 4shg i3g0 6gbn 2o0k 1e14 dkk2 ghvn 4mbg 5ugt 329e 7rbl 573n 2ev2 48v6 5cbt 3ctv hvnk 2hdl 93m1 9ars 8kak 1yw8 5tuh o7v4 13d1 7nze 6kkh p4ti zt6 7i42 39sg 1fvx d5kn 4l1 1bkq dgfw chkd 6v9q duds 124z4 c7ro dxeh ap2 6x5j yfn kfjz qe43 awzr 4ryj 3s8k oj9g a1jy fp0l d1fj 8sx5 g8ul 39wc 76ev e4y w0g 47k 51na jfbt 5cf0 12ulv inyy 7cca 1jaq 5k07 itr 6r15 6fh8 56jj gnc 39pw 1pp1 cdh8 bltv 64h 68sk 31vk ma46 7e5 10gv dawu 2wg6 4yfv 4fm9 4pgp 3gpp 8qm3 ym8g g39u 320b 56t8 22ul 25li k6i4 eyqd 5bic 4yx7 9i6p 1dfv bte4 mlfr 2x0 5q3f 12dc9 6q6a o9wd 6rtq 3tcz bl24 bzvz hjjt hi1 5ctc hqo0 2v2g 9h8h 1oyn kh9h 761v 7uv 7d0r 3172 dhow 4urb f84z bmg4 c23b 8pb 7h0b 3yk6 rss 51ts bawt pe1 dpnj e9zb 2udo aju3 8tlw 3w3m wmy 2ueh 6m50 3p35 8yg7 45b9 cum4 6kgj zbk1 2ct bz9 4tfa 9qoy fko5 116u 1fan 658t cezt dyj7 gd5e 9hl6 anvy qz2j hukk 10kic b9r 68qh 6t60 3wty bwho kgkg 2dc0 6mnd ccbm ayg9 6tiz 9svx 8uym 14kd c22h 1a48 73wj cz5z 6yle 52b5 igvu j9s3 883q pr7n deaw 4596 1wko 5pi5 8l61 ail4 94ch g9z9 ab2p cnrn 3rrd a0ta 5k91 2imz oto 3ijk 7dg6 3qe0 38by bmiv 14d8 2mlu i00z 11o7 c7bk 11n5 r9ec 6dex 1o6z 9af4 4cv4 x6f fied 2dbn guqs 1wuo knz2 h9m7 4vrn 2lzz 1bu3u 6mpc 92n eizf 27lod 1r7w 68t 2731 covx ckep eal aka5 4bs nw9 vep9 egv1 4eod 1h5d 5dr0 ht9s 9g0o 4vad 10f44 gi9l 4co5 2mtx 2m6x 4clk 5c17 q08 2vg9 atdv oyw b69t 1dgg 5oot j1dn 1g54 1p0t 836 vdu7 5nze 8ovn 3v2q er 5okp 6bzg 3zzi wja 1i5w 3d5i 33u0 18wa iuky 9lip 2epc 2q57 449v 7bm bw5i e59n 71tt 232g jrpd bxw 6lfh ikcy ho8v l14q 9tv2 ha29 bsvh 2dg0 4vrh x32 12n8u 6x6r 9638 3kig 8inn 67a1 1wht 6qoo 5rzn 6su v7o bom5 tqn k55u 4prg 269n 2ems p48 3py1 o0q7 2im4 rwp 14t9f 7jhk 2094 glly 8gm3 6ctt 8vc 2gb1 37x5 3b5o cd0 snl n0lo 7u1w 27gj 1imt 5x9g ev0t enxc 11e6 46us 1rqo 4eb7 5g66 5vyf 1xpj 9hqc 2wtv ben q5sc 33q0 jui8 ph20 cshw faog 24g3 2mac 3120 kyck 5au4 9rq 1fh3 17r5 6jg8 38jv bxpu ctmj hfrr 1y6q 8okp 44ls dhyl 2taw 6ouf 2bli 43i0 9ffl 1881 4bks b04c c2xj jkb 9g8o 7ic9 purd 87i 51dt 17b9 6wyq 7tmg 7gib 1rpb 1ljc
3:qi2a93 1dtxl 8icc 1v77 1ef4d 18fi 3r4h 2asv 126p 817 tmq lhoq 1ozq 3obv 5won 77m 12cpx 7kds 3zhp 6e8d czz4 3eon 1o1g 32tz 37od 3th8 3k4t p4ye 3la1 ashv ij3s 1vts 8dab 2ciq 1ms 7mvf eon0 4a8w xug 36g6 3ks8 5gty 8dp9 8s8h 1dq1 44hs g3z1 4iom 3zp3 6ce6 25s5 ro9h 494m 20xm bk5k uqhi 3geq 4n5o 7rq7 ewbb 4wz4 dfwm 2th0 28ul 9fsx bbvw 37p 4z1g 25xt 5ew8 32oc 8v0q rsd pvds 74w0 9gv 1yxr hn6p a2t0 4kl2 4yhz 2rq4 613e aa6 4829 bf2 484x 8e4i 17em 3b16 gb7e 70ts a9ti 141g 1jpe 6vvk j3r8 sek 21cf a8ou 87wi dmay vk7 k06 oyk c57j 6jo9 52pv 3of1 97nn 9hf0 h4zx mps aorp cncv 6tn 17u6 765u tw72 mev dfsm cqda 6ti7 3jrj 8yr5 eevb 5sr0 3cww 6ffe e4tb 7obg 2ukl efiv 1aw3 2hgw auyu ji7 g1w atrl 3sge 2rzu i7gm 4kkz 4vbz t6pd dtzh 2shn b9p6 7zct bvhj twh0 1k7b 59oz hs5s 5mmv 5kvk 102l 2h3p cduo 1zjl 4axr ivia nvva aje6 434p 3mlu 1coy 4xkq d4i1 bqq2 svb ym62 yw50 ayp1 6jar id6i drbt 4203 4zvj eyph 6jiv 7qxb 30i 2jrg 2lez 2rte kn6u 3x0j l8jy 4gvo 2y67 641m 9tc9 42jm 30p3 87e5 j28i 2ps6 1dsh sg93 vh1 jy3h t0es 1i49 bab8 8qqc fekt jq6g dgsr hgp5 3ci4 icu1 cwgy 2vay 5o72 196w 7mm 8egz 9ieq s2wi 79pa 9hg0 f88t dfyr 8q6j ffuh 709c d8ip 84ui s6i uqsn 42lk 4ozs 35jl d57d 9sem 3aqh 3hra f3dr 16fl6 mk9p 6iq3 bg66 abdx 1nfl 10ape 4wke 14yv 11bxz 9ns1 1str1 8fvj ltl0 1wn9 2mgt 1aas 8mvz b7ma 5ktj 6j4t oq99 dytf c4hv 3zva pzvs 1pkw 23u3 nn2n 9phi d9l5 1nmc 1zi3 2ij5 bfb5 cv1c 1cai cu6j 6ga9 9vzv owr vxj vkyk apyn 6wu8 9i3i atch 8t35 k96w 9k40 10269 7zfj 3ijy 7px2 spra erot 1vv ocm pvqp 5str 2q5d 2xk7 cs2 7qlr 7j70 1sfl gxl9 im51 27u9 4kkw 5iyc 49fk 1fko 2izz 7j dvi9 6wco 6u6 bnd4 8474 2mzm ephl 8i00 k84 2r4u 1uz6 2rp2 23tv 4p61 1st9 4ut8 2vpg vwo 5bx4 8qwr 10wjo dhxd 7e01 6wo 3qh9 nk0l 4tep hiun cd0f 3644 wfc 4thz djum c1dh 2q97 xzq otyf 1fv1 a94u 26td eyyu 1p63 chy4 6ogk 23b6 nsog 3ojz d1f9 hkf4 fsp6 82p 1o4e a5jm 1pfs f849 10jcw 6qo1 9bnm 75s6 56r1 1j2d 4k48 2guc mtcx c93v 2o8j 37r5 18tq 6tpe 3ylj 5rf5 rvlj 7jmq bqte 5jlj 7wx7 18yf4 4nth 5ww3 1eek 5g2f 5b22 ki6s 9cut 5lm0 10sf 42n4 50ql 34b0 49pj 5o29 38ct hmcd bkoc 46zh fi19 beo6 57qe 40gv 30rk 43pp f6sl 21nx 19g2 7g45 5gx 1gaz 5cn 19mg hjt 7xx9 6g6i 2wsn 2h61 6zjp ikt1 2avv i5wa 2xxg 1foc 6phk veix ec0o 5xxp dtbn 750y 1l39 5s64 20r6 94rg 4h8z 13qb n2ik 9cs8 5ujc 92x4 6vtt 3i3y 6sp4 9ix 7xo3 hn 6xct 1rws 23v2 x98s lt9l 27v46 4ucl kxlk j7do bj41 1d73k 3bfb qgky 3gn0 914w 4tgu dwaa cqta hvm0 2pvu au77 ufjb blff 7ufm fpb5 16q0 qzpk fa0 1afl dg9k 4bst 9yuz 6ntg 1blqb 4at6 a0mm k8o 1wyy ddl2 3srs 1xor kf6g 85m u1kw
3:u2w1ri cql 4rsm 807e emv4 4lwr 247p 2bzl aemk hfl ekzh 9s6a msbf 1c55 9rpm 1e25 9u21 25sg igk8 cbqj 5qlu bj3g 2q5b 5j0x 12h6u axzr 66zc 5jki crhs ur51 sa5 3o7r dr6 2nq6 ej82 nrif fbyt ap0z iimb fhxa an3 cl5i 36i3 cbzc 29vk 42rz 8dlj o7ag rjg5 a1xy 1jla g5s p7qq i0d8 1wmg w5uc 1ycw 9jm3 807u oo7m 4jyu 1nml 2zl9 fksj dwja m0yp w0fk 9wz5 eoj5 3xif 9mhn 18le 5wch 28ix 1jia 14aw 3c9i 3964 6fgg 3tdy 294u 2t3r 9tqu 8bfp spo 6l0 3qiu 278a ryq 2ld3 70e9 d22c eu4x 9qmt mmqc ba90 xu2 36h3 1cv7 99gv kk66 1u5h u30b 1k53 t8i mfa6 88kn 3426 95oh nb9b 3czh 2jp9 4ry1 ndx 1b0s 73g1 skv 4hxh zmm 54mf 53s3 a17s c18a 7gwm 16km 3yl7 akli 825b 4n0u 150c 4f15 949 5j2z 8ofy 2uoa b3rw 5rum 4srl 4tq7 s52 12gm ai2o fgxo ud85 4j0q 7r8l h872 cbuu 15cyd wqn 21nl 28fi 7j9r 64b1 6wgv 4aup x27e e5g5 7ffk o3lv al6 16ic 8nch ioag 71h0 e81l 3lme a6wk 8k53 14x9i 4vi4 hlan gxdf 5how a8id 728 5w5g aoyj a3uc jrht 6w8e 5x8k 3lix 8w14 36du dez6 1mqz 32rw 1p0n 7rda 2d06 4a2c 8p80 olzv 2yo8 fsvu 9m0k 39f5 f0cp olp7 3cif 6ut7 69vm jtgu 4w2f ckr 2xi9 1190 95jw 2yr1 3oe3 7zwc 8z8d 151l 3ke 18qj 32ip fzwy 76fb 2nee lu5 4icp 2a2x 250b 4kag bl74 78dl yxb iyt9 5mq9 xcs6 9cmv 1lhf 2qqk 1rox srfb 7b8i 6hbc f0wn c1nm 25hr dstb 1can 2qv5 e9cy 6puw hg7 8efs 15nn z38 4za6 3nrh y41i 3u43 332p 19kn gjn 73pk g82y krin 170k dni1 47mt pcp lhk db2d xfs r921 620d 2j0t 7rcg l4wv 99wu 9w0x f2q7 2tsw 5j57 7nmd 517w 1fyg fz8o bqp6 co1m 1lt2 2s2f b3wl b2qe 3kpk 4zyw 9h7m 1iw5 4c3 610a 10ks 4eh9 h4c5 35eq 93j7 33ew 8ozk 9kna 1w38 785 2ekf 4f3y 69jv fvo7 2qz2 6a3t oh c34y 8pm9 3kht aox4 2xwx 81tu 70j2 uwc 3mhz ejng dt6n a1cm osm 6aw9 3zp6 7epn 6i3y cmsh 1d88 klj9 qha 7ybv ajbp wrtb 4hru 12z8 cksa fyje to7k me25 3vmi 44s7 7mr6 3qy2 qvi 2woy 35ut 6kbu 35dz 9ri3 404h 1xvr mr10 7sv9 hlf 292v fnzh 5kr3 8e1h oef2 2rkl 2byq dg50 3hqh 5hc1 r4m p28 ab6 jf8 25xb g7at 69n 3cmi bhgt 697l 930f 4k0l 3idq ax0y ilb a792 3hpn ksk3 7s2m 1x97 osl 7dt4 42ns demd 4doo 2apu 66vb 29mv 6j7 1gxf 20nr 8up3 u3im 5fxq 2ctg 595f 3inv mkel azxg 44p4 2aj0 2b70 qyd2 bmm1 69y2 i4cl 9gu3 5833 5njx bwhb agw tbd4 2k5o 5j0t 9rux 5ejg 6f8w 2nn0 chcm 2yt9 1z5y 78wa c1p5 cjrg 3jdo 154p lri 3hlx afer 2chd 7o5o 5x8 uwa 9zcm 18yc aish 28tx 33wp 37dj s7dq wuzt 2nyu eq24 l9k7 4y3e 78an 1cb5c b60o fli 1m17 5mlg bct5 c4e aed1 hbr1 5v0x 43up 4e9a qen 6z6f g3w4 ejns 5zsc 46we 4asy 1p7a yif bvb9 cv07 8kax 46a 6hjd 197u 24ih 4ko8 8gka 177sa fly2 5epl 8qb3 rj32 118xw 7igc edah 4im4 etvy 27dk 1fy2 j16 f99p k0z 14jj 3ixx 2eg aeh0
3:x9s86m 4cpo 7v5g kj4d bgoy 3r3z 31ck heve b8p1 2d1m g0lx 1slv 1cqz sk3r vx9 fwhj 4nt1 3mvq eni 48pq g32q 2n53 1jzp 8xu5 6vgy 4g6f 3ims bvtt 774g 5e3a 6uz3 hg95 5b6i 7m2j 2jvi 13yg 2yii 10qec 7uyn 519 o4g 7ejh 3nx9 1xak nnva 2l8v 3244 6m3x 1hha bs4l 3gll 2q2l ngu9 i7n5 61ml 1dze 1wae fup e1ao 1dkn 71e4 6rrv 209p 8r33 eeyy jhl dzjs 7469 4148 74u2 7h8f 2hqy 6jpm 34qp qgr 2hkc 4bku 2y7 243j 6ebf bnvk 6zx9 2s3d 6l8l a7id fcpy 35fi 7d8s ctkq awi 883x bsf2 1qoo 4e0d rqr 6bg3 b2g8 loj 453r 6ovg 9d3m 4yt8 a4xe 4r5b eg7 79x0 e6zz 5wwz 1geb iv83 bkc7 fbot 11ir ax5n 1v8w 27tg nb 2fz nmfm 1tkl 3q05 2rw6 a0d5 gq4v 1v66 odpv 2svw 1vc5 a2e eigq 4rtj d1lq 2q75 3zgm jdg5 fv7y 1075 3lcy fmd1 3062 6gtq 3fvk 9y6q ajfg 8j77 1l0l 2l7h bx8i 509c ejsf 5qp1 ayjg fzqb 57y6 4wae jr5i 8w1q zf80 2rsy cpk0 10tl eopz aupz 2ktz 22yu i669 8ypp 8i1c boja c2sm m2ri 6yl1 8wyj e7uz caxj 1jy6 2348 7u2t lx5i 1hof 6mlu bhm9 mlos 1qit 6yge b3gc a0aw qg67 1ofr5 35cg 2jb8 9wd8 358 1rkjz 2yi3 1lrb 2v7v 3vmz 8oej ojbi bzt6 zej af9d 4kda fp2z 4rxf cxye ba6f b8io kk6p 3vld izw 5h8h 70hk hfx7 5yia papj y83 798i 5y40 4981 9ozy 1mzn 4rxy cwn 160k 2f8q 1qsj 14mz 3kxx t0wh 60hw 4usz 3lmt d6d6 9eyd 9iy f3xn be2h 1y5e l9xb 98bd 13ujd 4msj bngc 34ey ozid 4wf7 5tjs afvc 3g8t 7fyu wc2 316s 21ln 3bj3 39eh 1aga wh6i 7t0g 1f2d d0ap tgt5 189d idgt 5ua6 iwge knh h8z0 fibf 1zm1 6h0k 29jy 2bb5 5vuh 1gxse 3gz5 23p8 cvp8 6sxt dfyx 7wml 991d aoxm 1hrh lryu cnqh 44qs 57o0 cll1 etdk tx1 1tg1 bkld 146q b5kk 8gs5 1ekh pxzm 4blw drvf 5wmo 7p9r 11ga 4e8u 31sz 2x3v 7j9g 4stb 4ob4 3z2v 6vl9 obh 22mf za8 8w99 81bh 3wgo 5g76 byp 145mv 5iwd yz2 nuoe bxxb avm jn fv72 ln8m 9vs0 do9h 5y20 9moc pww 30lx auv3 3sc2 atm2 4qqr 2h6p 5rka 1ge1 hxc7 t3sn 33v7 22pt vuxt 6xm3 6krm 9umk nc16 psq 4bal dxp8 2qjh 28jw 9sro 58au nns 6hhf 1c4q 4lvw a6oy 1tfi eynf 27dv kgu 57oq b88l kamc oykj 6ms 2ovu 5u37 2q8x 7uzo 5p06 81ew 9u8 a6dg 1ltf 8x65 5t5j 3ovp 7ue2 3i4g 7idc 2yck h0kd ktdm mk1z 3a4j zp2 bwvd 4op4 3ebt bfwt iov cpv1 9rs0 32n7 4tap dlo4 9i43 1o70 la8u 75t9 3uuq 4uss 13vr 1z8 cmg6 4chq 3yq7 1gdo 104v rtw 1tfjp 7ijd 3jr1 6fw1 4s5a 2j1r 83me 15es 90ha eut i6h akk8 d7o0 l4fx ky56 c3sm 74e6 19h joxw z1v4 37da hmf1 11ii3 6vke 12l0 qqb5 4fq6 awnu 18v1 ebwv hnt9 21xt hkfs i5t 2qi4 1jge 5p01 k5r 8t52 6oqk vf8u 1sft 40o2 fn5c 5rcw 10u09 9h8a 63b kp2m ievg 584w ti1 2e4t 479k 2iq6 8lty ha 1tss 829r 58m4 thqz 18b2z u2x6 qyqi 99m2 49w9 3ds2 2hns 21ur 66kj 4dlm 7gb3 7kcb 236k 21ar 20nf pocg cwhi gus7 3qmq z8z zxa 1fjr
3:10lvc4l 45g5 5k9x 4po0 97km j7j7 1clg2 d7lu mop p2gp 6lhj 2di6 6eql kej zuz ajdz 8lvr lh4l 6uof 49u3 5byg 1ekz 6ucs 7do1 e2e hof9 b0xk 3dt lb2m hcuc 9ij3 kdpd bfnc wqdy 1h54 1mf9 2086 5df d9aj ia4r 8m22 9o7 9m8t 41yp 3yth n7b4 f5a 5zcf 2l9n 1ce4 6l6i 5f98 2sbu dif 2fbe dcze r7vy 6zgr 6epd 188 7a1 3ta2 e219 75np 1d94 dydc 245y 736s 538l 523p 1l2u 18gd c4p5 pm6t 2vcz 1ai1k lpam 7ufc t4fl aj7m 27gd 21wv 4823 9xpn gftk 5qvt 46wn 8nog 86o5 5ees jbz2 banl 1jn7 81di qyz9 7k4w 1ztz 1up7 5wb8 5z5l 17nor 6wb9 30z7 hqhy 49z wepa flm 1w49 j55w 4pzr 46ll 5j77 nsr 5ksg 1by3 ggb fu5 a3iz nyms 5r9n kni9 9yu5 g36 6hjf igem 869k 1i1q 1u3 m3cn lig 7trr 48os kvor 3sgw bihl 2hcv 6q11 lywq ge15 7btx ktfb tmtz 57tt a5v9 6y3r 23zc 2qlh mffs 9hef 9exh 5qfu 63cx 148gx 21x1 e7mf ung9 2oaj oja cz0r omx ij2l c4w7 1kjn 7o7u 4ck1 553k fak1 hus6 d9ec d02e 4jq2 eh8p 289w 1t0 n5ac bntj p3kp x05 1b921 66ir hjmn 14ge cf3t hlhd 9fcc bml1 i3i 6cnp fr5 5j70 2gcs b9g iwwk 11f9 56 1h0o hw54 1pwy 4dev 43g7 id3m 86g7 41hg 14ri joa 10t40 6uoq ekj f3y 1t4z 1o2g 6c00 i7f6 5fff 6xo8 3pjw 36us dn7b bqxp bsv c1kr ex8 2h7k 3k6 2ge6 vwl bvi3 1j0h 1631i cuqp 2xdz 9wcz qmv 2r63 5ixg 5kfo 6vnk 7wwd 55qo 40ij jm3n 3hne 3p53 c2za cjz1 2w8h 221 3rh9 kuwe 54jt 4veq 14js 111r gc3j 9e c5s6 1mx5 ofwr 8oj rtt 10jp dny5 svz 3b7g qp95 638f 5aps 31zh br5s 119lm e6io b9l6 40v6 ci7o h62l 827e 3n20 3zz5 1yds b4ms 4izd s4xy 8w51 5yoj fh3s 9qfa 24mx t 456u art7 h3t2 k5g 2p69 uvdz 3ewx 2le3 mdsj 2fgc 4agp 3y94 7pht 76j f4t 3rnv z6c 2ye1 w1s o6p qoel nywo 9a50 shp 8y7j f1i8 3qta krvd kytr 1hvs 4mrm 8au5 48x8 bwn5 91d4 3lma 9en7 vnop 2uv 4azb 592q ssn 2cez 2uw5 27z1 gz9o 4zxy 9dkw bfz5 33em 9dsi 1mrn gy0c bx5 1tri 7z1n cosi q297 119l 5wdd fypg ltc kvbf 1662 24tn2 113id 52oo 5o53 4diw 1ru7 q8b 1x21 yf7v 80zh a6ec 9dlw 6msx 83ms sc6g 2jnt aaxo 7du abv0 98vg 7qvw ilhq 2lu4 39ko j9io 2nm3 5uad miou ih9 11zg c65s fm08 55bx cmct 4q6i 3e0g 54o 4ao3 3uuq 9vu0 klps 5abr 9y4 8qlb a7d9 3ghf 5aav aqco j0gh 55hx 4evq 4inc 15ybw 28ao 24p8 1ctn hjeq brw0 7iv3 j3k3 byc6 9774 12fv 6rd3 rl77 3z6v lw7 117 8neq 35sa 7gml 5qxj 7e2l 58v6 b50s 7bs4 116d 3w8j 7h3 27w5 ryu sm50 8jeh 95js ttz8 6kue y0f dwr7 4i49 cjpx 15j8 8hgr bhcw hls4 1v1h 1kmd bb0v wy4 1m59 568g 1bk 2kii g4a9 46db 2l5v 1eey 5bji 3kra 8ec 8v0i 118fq 6ga0 185i 2jlr kalu 6lpy drx8 5d05 guvd 3tpd 9gda j9dm 5c1s 7aiq 4rq9 74 5col 4iio 8bri 8rro atfm 5ncp 24lg 8h1o 1eeo2 wuy 1sbz 7szb 41il lipa i4t 865b 7gi d8bb atg 7fnw 411m i2cr
3:142lmus daqg htx5 1m10 784g 7j0d llsy 8k3d 7z2z 2nrw 288o nqeo 4ln 8amc 4qwx ve7 2dlk 2mmg 94sj 3dsq iauu 4tn8 emu3 iui 1nlo fbbj 6xl8 1btg pd 4yb1 kbry 8y30 8h9n h6vb cnmb 30u0 3emc 1h7u 81z 81is 4xfs 7ilv 8wdc 2375 89uc 6teu 8nhl 12iu4 dj7l 3tf 5tw6 23w1 ng7x 312 4pj2 65ha seu 163k 76ur 24wn 10t5 od0e 4xou 1m4r 6v28 rgk8 5o0w 1lu8 h4j2 1l5n 1iih6 5uik 6pns su1 3tm0 a4cw 24pd 1cu9 kn9 3vu6 9d46 jwq8 51hy 9bo0 ox4n 3oml 44kk 5p6f 4j9d 656l cdqb mynl 782p vois 6hdv 4ki3 89hm 9xkw 6uz0 1qc a9sx 4bk1 fh4s 17l 2mmn 3fcr 11cv fso3 4wv9 a7tr ecxx 5wg3 21pe 32a2 3r4i mixn 8v9j 2ipi 11jrs 23aw 1n5n xn2 15qo j5w 24s8 442y 11wr 4roc 27q8 cij3 xsno 1hy4a rnej 2px 4158 oc8v 9uav a1u 7g8n w00f 116y z9kz 5y3p c113 c3lt 60ss 8abq 9jcr mx7 1hxf 2bln ndo 5tds 6vzm 1thp 638i 4mp4 2zhd 4hqm 8ljh mck9 3mm6 32p1 r7gf vzre i8lc 2iw6 4ndk 13li e8jc 2fce eycb 1fhv4 a3yc bd9x 4wah 19418 5lib 18qf 5caf 5cc3 2qsc 2qck 11nfh cxvn 9olm 13wi buy4 27jc ezv5 s3e 3ccw lejj 1sex d348 26q4 hxt0 8p09 6hv1 4ltd 9nvk m2b8 1prq b5p9 dgg7 gwx3 41v1 1blzg 7wc0 77yr 1p3t 6x39 om4t 187n c45j aqm9 1cn 9daz i0dz 5lbe egme 6rb2 127p 3wen 2744 k5lh 3ku 4r0 rwmg 3rp kr2 nfcu 3w4s bb83 42p3 1ok7 6yx7 4j5x 4cd8 939i ua2a foup 33ol 326y 2kkz x2p1 o4u 1x08 54dt dhnh 1xb8 2c9l 2rym 3zpu 2yyi komi frr3 5vrk kjp awyf b1hy 4lya 52kh cx9j 631w 4bzh 3jdv iu3g 6lxv 87el 1keo 1yn7 74lb kujh c64y kxgx 2l76 1244 jeop 1h1w hfr 1a0ur 22nk 26li 4vc5 bqmo 7fgj rlww 1drj 4bur 4mi 4bvq 37or gna5 w19f xwz4 5h83 5639 3lgk 4e5m j65 jgvg 9gf5 psj 7njc 3w2a ap1t oc0 eilp 1o7h 7azw 17lq 4q3r 70sk 9nyd 6uwk 2blo 77eh 1x2o 1vkw 1xti 1ct7 2td6 dvj2 1psb 186h 6pcr dma9 51bf 10zr 7hb5 92zz gx1n dtu tznp 4aj0 4x4n 4kzs 1z7u 1gzp di6x 1akv 3omq c5ep ftzx 1j61 7xxt 207m 57ba 1hq1 281z 4nub 54ib 8hk4 46v9 n82 28l6 2ns2 sex1 a5b5 5xy1 7eir d1jh ari0 1snl a8nr ch4j 2jfo isu4 att7 6xzb 15hf 8luy duwu 5cih bj8o iykc 6d1x 1qfp b4ve iefu m04 8srs 1xdv 8qo 3mj1 cm0p 1qnp 9gw4 bawn 9oj8 bdo4 5d91 3z58 gr4 e3xv db1s 3d2z 73xv 1j0e ap2d 1q57 3wdb 2yn7 2pz6 6k5a 13d0 4kpl 7i4p a37c 8v7d 33wf 3o68 7irv 5pw6 fci9 3514 1yhn 5hvp 2rym c7a7 5epz 4vzk 1coe szt 1uxt mvg 535 3tzu 6ulz 52e6 5wy 788y a92b 5e1s 5yq0 5ucj 5ehp 685v 5r9 93tm 2h96 2z48 jx1d dsts 2s9p 2h51 96n7 9e1g dncw 1gin 690j l6n 3up6 7ily 163l 5zua 98h6 3ysb nzz 4ev9 46bu gks 6nmt cskv wun dwjg gxjn ikf 6kh4 1zdb abrb 93n5 h5gy 88uv la8o bmp bj1t 2beh 5fwo 7g07 7lyc lo3v f5v9 829u k3d 2ivd 47yn m1no b7sy 1d8q2 22f6 f0w 95o8 4jq8 f2yj 5hbb 1nh8 350o 54pl
3:17a6mk7 6qxi 2h9w 46uf 1vm0 3sso 4tn2 11ji kr8 jnby 4d2i koy 7588 2vu2 5w2a 28hk 14pt 14pb 5br4 13t5 10m3z nskz 3tmp llo 85t8 aiyd 7g9q 52e9 16ew pei2 4wt4 5741 57si 4ugy 3cgq n105 1y8a xfl axv8 352v o6p6 8y24 55eo cpr 6i78 933q cqq5 3sfa bkju c9f3 1cf3i 180d ak9a 3p0 91a 5sc1 5vrx a7b5 awlg 8ytk 5klm 133i a2s 3fzv acu0 9vq eh6g s3 5ij 26le 7kvz 213f 3jsb wcu mhzn 11c0 3yi9 dcuq 6wrn 3079 rkp 28ei 38tb 7r5d 8qhb bxn3 tmyg 9qyc 77w9 hb8i 1sae 8rbd equ 1eog 5r7p 9hk4 pxk2 53el 4be 29gz itou 67ah 6xav 3zcw euc c8s8 5cpf 5u9y 7qwm 4yze 4elj mhw exyk 17wz bkn4 bptc 9uv2 6hzv 1ayr 2450 5a6s 8pjo 3b3h 3ds2 2ohn 3d5z 4fd2 g2lf audx 1p9r swy r4w 10ah eljl tl3 41ub 3f4h 1kxz 5zep 7ms8 5ymw 24lq 9fwx 4bdp 37ff 5smq qw8f 1mso m5bw 605n x24 3vbn 4uvb 4jp5 1h13 98lh gmqd 7e3j 6uag 5kfg to7 zg3 2vfz rl6 fnpf 5g2d n0k zypm 92ia bkni axzc 1yfd 6um jzlv 493 8c6w 4w8 4294 64w1 3jez 4dnj 3n 1139 5ypi 4akw 6mcp 5ju8 3is4 20aq a7nd 1fta 3sv1 dio6 3upj 122x gvgf 3c1i 17ky jkzs 2jvd 6pi2 n6b b8ol hp9b 3zhf 1b5v 14uh 7nom 54ml ea5y dcow 1o2n wcv2 1oef 2w6d mbyg 1tcs dazn e3z6 bfm1 vmoz lbfg t9u 40n8 iip 60oe 9kvi 6wn9 2ugc 148i 8c5 5wr5 f1t2 gc7i 481n 7s34 2fis 3b2e 5kig 9k40 7nl2 563x 8yly kenh e4tl ebm kam 8euu cphn csqt 8ppk bj2o 36q5 eudb qfa jo8j 5qjf 13k9q 1fj7 j5ni 18a7 6c97 ny5 5euv t0i6 c5l0 c77e 7qg6 7l03 22lg 6b1u 978a 34vp d7ms 4sev 1ut93 2o39 fvll 6rjh 5mi6 bij0 3nso 14ye jv9i 3d83 3hfk 1njr 3zrn 91ul 7tvo dco0 2but js14 29ov axx1 j0mn 6ydq 2adz 8017 5ple 2jgs 3x6v 204s ujwj 8mg7 jue0 1b67 198h 4myt hyns 1v80 bdua 1rgy 5vlj if5x 74u 5jrl hkha 48ul 1iys 2zlh 77mp 1dud crh6 6051 4tn2 5oym a7z8 dycf 7wg3 72wt qskt cc2a 4i2u 2mz9 2018 2a7z r1b 8h5q 4um4 2f4b e9py ce2f iaus p8as jvyv vj5o 6hlk gb8 1vz3 4xsh bmvu of7d aksn f7fm ajfv 146m 714e efjh c5bq 34uw 39nd 71g8 5c6h s2kc k6u8 5s0 28au 16lt 9bex 91lw itz9 7ceb 6tgc 6ufd cnsc d046 l7o axdz 4qel dmyl dsm 3tlu 2u7y kvqd 16jh0 5u3p 1l80 4eo7 jo7s 55tg 6tm0 6cw6 emlv c22u cjk 3n21 4ol9 206r 3zbi aevi 2nps 8p8v akse 3u8t 7tgx 3ejl shee 1jlk 4ctv 1c4n ik3s 5lan 1fyb 1wu dws5 2gvf 5dei 9gjl lcb 55in a4on ebv 6xu3 9pk3 hhs 2q2t 11m0 83lc 4tok 28kp lbxr 6ekq qrv7 tgh0 tzh9 bzl9 k3ov l3v4 sw1 4enj 6yxg no mba 3iwk fqlk 13shu mm2t 849b a4jj 7g2i 2a06 1hn2 4th7 2rje 18fn 164r 183lt 7wof 1r5v 3uqv gam c4a1 ilpn 3507 t1c3 n6x0 w1vf 36xi aqmm hnpz 2svb 3flm fm5 dhrq celz do06 ah3h 14uh 18lo 3tgt 48re ajef 1cq4 4adn d3z6 lkf anwf 5pf ryo flgv 3h5f x5l 9jmj 4gaa 204x 5xit 2hvn svku 1aje
3:1afa1kr txm 2gkh bz0 cgjh 19q3 bjg0 319e dxxs 4i8u 7gj2 myo 342 1u6p 3ai3 6c1y bov3 1pwi 97ym swas 1tpc 6e5d f6lt 81e7 10ow 9xor 5wg7 2to pew4 1ydd lgcr 3v1j 1vsk amqp 63bl 23pk tee 8z78 3ees fkax bopb 2fks 1ea1 3pow e06g a4i6 4hty 8c18 220p 73e0 bjzb iwgy 11mn2 9yc1 rnk 2omi ehrd 746t any 9puo 2o45 5gcq 3hrv 80zy f4jp dn3q eok6 327g 14jyd i5dw wdk 7pzb 81j 699m 4xm5 arr0 bywq 8sct ilzl gkp1 6bbz 1g175 15uvm 2c7l dmnj 5qla cjan bxaf 6jro fgrv 3uar ay4 76if 43dx 2ffq 19hv4 s01n 9orn 3uc6 kvw6 27pm d2rz 7f9x 6e4r a9j2 275m egq2 c4ds 1psz 6hd5 9t8u 5wms 1owy 4syi 879f 1dpv 2sn6 ngli 2hmo ln9x 8glb 7nee fx8i 3mw1 jfgs jvbs 1lpm fapp 17fu boes bsj3 u4db cep6 bhjx 2dyu dl4m 944l 8psi 4b3o 2v9x 6kou 49ij 29ku 6v87 1cfl tf5 j3uy aske 5tms 69nj 6cs7 1mp0 3yna 1q4i 6dio 13r2 1z6e hdjn i2cs 1kd1 6dst 99li 71r1 3435 ddjf 5vs4 5yw6 ufjf 2nhn y3d 3uch 1efa 4t1x 33d5 7f7o 1m57 k8vm cqfi 3lcn 9vl t55 3mio cvxe elt 1yhk guv 1uwd 8jm2 evj aeeg 2eo8 65ff lmg 1shy4 av3b 163x5 2vwo 3bla gybm 5lm9 s9py uzjf 4ywa 6rpn lzs ner zoc 7g8b 6u9p 4az6 j9s6 88ib edw 5f54 5mq4 otl 3ugm 78h2 rjg 32dq 2ymb 2m4i 47yd 3kdz eok1 3vxm o6vu d6j0 fd46 f8c k1i ka29 cj3l 1464 72au 5wan 7lsg lf6 amxe 4lh0 az4k 2d6e d184 rqe df8r 3s0o 6myz 7ich 1xxe 5bx4 6qxw bhfs 31jv 1siv dc82 3h8i v1r i5o6 6woq 2kd4 1z5p 4t10 1z6c foeq 5s8i h5go p1sn dj3 ht40 7wos dnev 1f03 d2hv 5pem 3xxh bcf fbxj 97m4 fqt4 d0ak 3ozm d1gf 34rt 2ih0 5omn 4iq4 5n0o h75 68ek 6g5j pirs e1pl 4ohr 48nk a7qu 7coh 1gc0 gs4v g45p uku 2d4v 3cmv fbrx 7ep5 6gly 1bpi cr4 63gd cv43 n97g qod 9tw8 2b8b dum 4r3h j8kt n96 fb5 d59o e3pa 20tf 78es a293 h0f1 ezye bqae r9d gmwe t39b b8xh 1nby lz 3q8f f6q6 31wl m8h 38yl 2hpv 4xqg cgar a0cs 57d6 3wv8 vr6y 88vy yno cd2r 39yn 60p7 881q 15yv wly7 5jpl rbq5 r4n2 n8b 7n9x 94ms 3c6t 468y 304x 4nbe 39p9 mghm 2zws 156n 8q7r dss 65ou lkd9 2h8 eqou 7st zii 1o1b krai xz ei6u 661o 30w9 59pc 9our ax1k 35yy 1xj2 pxj 85qk 3n3f 161u 3lat 9wcl 3t3w 3ex2 18h4 8535 3byf cr4 1ywf hvf3 rtu 12zo ar1c c17d 9lj9 3ota h7bp 3om b75 1foa 7cgu 1uoke dtf2 aw5t 3yio e7l2 8ljo 8obv 591n 8yx6 li4 l3p 7cyq 2x6z i9hw 5y1i 6jz0 dvf 4q29 54ih a9qn v6dr 5s2n cxey 9ecu 4clo a3r 30z6 altu f65w 95ym cb7 7ek4 yn43 2sqs 5gy1 a12q 12o2 iyed eow2 kzu z34 8bxz 4gxh 2a1u 2lz2 13mt r8rj 7bvq 472c brop 894o 5dcs 43gp 3s6y 9nac 1133 3qt1 7zy0 5iyy qhp 69oi 1iwa fyn 10p6i ff1l 2ocv 4rn5 iaiz 4lme aaqa 5f5w 2tyy sk7g 6l41 xuin 1nbc 3dzf 18u6 435a ocf 7xl8 asxm 6fmm 65lq 2snu 2flh 2u65 14pl 5e37 fsk0
3:1dnudu3 idrr 4shn 1cw8 51jb 14z1 pd4k vrs g58m cvnl aljy exb6 2zqj pl87 540l jdrz hokf bblx 2ls6 3g8w aab3 680s ged c40t 2p8u 1kn3 a0zh 1o0dh 4wuo 6wvz 58v8 axvw 27p1 2o65 5mul 2m8z djvk 97oh 16rr he2h ebw tdr 30th 9ehe 16f7 68pf 9qu3 2i26 8k2t 109m 2iu4 2sgs 5i9l 1pzc 4rup s7v6 j9yu 1f18 3y3q 14so 3kp6 fpt8 eq7z 4qlg 25bm 21gi 376 4etw 6f6z d7sh bdnd 6k9a 3vt5 t0ny 1ty 6gg8 5bt4 811y r8 cgst 4nxm 2c1m 1nrs b973 40sq a7h7 872n 102ko 48s1 6h52 kq9j 6a2 3cj1 uk0b epo3 fq3d 1943t 3u8r g1h 95sd 171r bos 5uth fnmp 254z yoh3 2y9j 2l7d 3u9y 9a5w 9h37 4slr hce 8n8q 2vb6 5mn4 cbd5 bha3 96ki 2eoh 18qx nw7 9wur e6zb 8bbi 972i 9egb 4yxa 420u 5dbw 2fd3 6ug8 8omb 6sn6 38kk 3pkx 3olm 8y40 7cql ahye 7jhk b97t a8yb p57 5cr3 9stz er8r 58wc 4lgm 1ava 3dad ej93 4kxe bt3k 4bnv 63sq 63kx eyb yge 3lbh c8xq 8e2v 247s 3j1l sf8l sihx m480 7xrw e42a 3qce 11cne 28ez 86b2 7c2t 86lj 7h52 2ku3 2nt3 4q7e 78nt 6prc ifbq g7vs 3vsy rj9 bakx 5qxl 30ry 6smy dshl 72fi fawr ieos a95s 1k2z 53by jasc okst 5zud 2mbz 2s3e q0jt dzhy gisa 3uzb i4ua 3r5x 21rg 27mh 1vde facq 8pnb qibc 9xaz 8zo 10h qlsu emic 9b05 4cv7 egwk 9ue5 8zq2 1xrl btat xzcf 5dbu 3jac fw2z 43lp 3ff1 3ilx kt3k 2640 58u5 4c1v 3bb3 ia0g 248l 1cng n11 hkcp lry ty0g 1a9wr 4kak 1bokn 71zu hbwz 19l7 jm40 1ou9 bge0 32mb 505j 8g7q 2gp 4098 bxgu 896i 6moq 1y0s 3s9e j2sp 2rcb 2ops 4d7h eogo grjc 94vq 85yc 1hfw l6pk 2cht desg p70w 8u7z ejuk 1rw9 8tyz lehg iub2 1k3f 12c0x 1iz0 69t9 gm8 5jbq x4s 1qcq efld c0q6 d1a9 6rr1 30gg 9kb8 a04h bo9u hsk6 5n7e 5c89 h7v5 7cgy hl45 a60c 1fbl 1k2i 9rnm 6ggk 3rug 2fwc 90fx o45b 4ml8 ek1n 1mvf 3dqb 1gj7 34mh 8atc 2yo 8al0 c95y 1u1t 7c5x fvob xlgx 6dkq aybo 1h3m 1isy 583b cfdu 6n1m i5lo 37t 3r31 b4ym b2je fw7j 4wp4 b2vx 2unu 524 36dk 6yp 11idh 9ab2 8v5b 5wcs 6mk 57cb 1nwt mru6 j3xr 119p jwo7 11d0l g5h qlrk 8nn 3z87 3ku5 48i 75ka 1b5h 4mff 1xdu 230l 2hcp 2vxx 9elz fky 2mci 2l7h 42pi 28z1 g4x 4zv6 kbl4 ha8z pli 5kbd e0ij sdrp 4u2z z84 1ppk 7jlm 1xfk 6736 mk4x v3d 8hvb aork 6j8z 3kqk 6lf 88sm 45pa 44uc awzy 9lva 2qup 3aoa dngf 45bw 3xp4 5vdz 17fw 5jga hnae 9wbs 5b6 c68m 36z9 3y7a fuay g9kf kun1 bxkg fjje 3eks cbu0 3rn1 73nn ba77 1xim 6b4p 1rep 6c93 1muw 7qdy 1p8h vwj3 e8yk 4u99 3fta 39ow 4hnu 6hqi 16nl 6a1q 86i8 1yxs bqmw 3aes 99n9 10a3z 4crk 7dah 5vdb 7o1 fvxl 8fks 39rt kytr 6q06 gqvv 8sju g00w fmi 2dfb gt3q 5muz 8mno uuz 39ov aejd abb6 10zb8 2o93 6ntw eue9 1huw cl4t 28fh zuey 21th u45 3716 b4b1 psdo hs2g 84v5 v2qw 6m3v 4uls d88l 3m6k z9qq 6y05 2gs6 1np 4s8s 52b7 2lzm 9vqm 3r5q smo
3:1h2ga3p i4p wg9n 725v 20ma 8c8z cj9h 3rs9 gzym jqp1 6l30 1uaj 95zs 7d18 4c83 1qdv 7tgp 5ff4 14kr 1bdb 29dn 3no9 9anj 13zb pkes 511h dhlu 56uz 28j6 2r89 2v2d 3g90 4k7g ynt fx9g 27g7 ar8b cv2z 5jk 25y1 64z8 hzy 1x6v 12dz 334b e46h 3j2o 3ngk gysw 21su 1k0k 7h3k 1hi8 4v0z l1v 358k 6dfw 8liu 8qt5 b3f dsss a87l 5c5 7jd qycy ewnn 2gx2 6qgp 9es1 f3ew 8hah 10dcc 2k6l 3z4w 23em 44iq imhg 3b1s ojnn 6kwh 2ure 2mb3 1d8vh 133ne 2gon 9sgl cjho cd02 efv3 9pr5 nvix 4bbv 5awy 5ibd 33lm 36oi 29gh 29x c9f9 fpfx 7lhe 7a7v 5y08 5xgi n7v g7wb 5jh9 8usu 3o21 2znq 13g6 8nj8 8s09 2mm0 1dhh8 2tft 3wqs 4prc 1e6j 3js 4q2a 1owu qk5b 5ujt c1s3 1e9h 98qk 19um 32f7 lq3 rfu0 221b 1ngh so fb32 da26 ndy 2wqw 2wif ffb8 9t4b 3tuw 4wrr 6f8 850q 6q3 d0ez 6oyr 129l nl40 2rm5 u3us c8g6 40jk 3vbp 9j23 q2r4 l05d 1nsg 6384 c6ix 1e8w 6alx 44kq 34rt azhl 2jv9 gayb 6098 hwey ah98 aaad k530 8rfd flb 7u2k 6bfe 8cwv 2m74 2j5l fdu 84iz 8ljt 6ppv 745y 1ool 41vk dohj 1fnv 4fu5 1ra6 28q8 vzw r34 2ywp 7c40 dm1w a1wk 1ta7 4hfi ku8o 7zhb 6iqi 7ftd azfc 51u8 1397 88iv 7hds 4x1i efby 5hyy x093 isrt 6j56 cz3g op34 i995 8bte 91wa 7ngu d2v3 8avs 6w0i 5qb 70et 2i6e lbh0 rtyy wuey ar25 i625 kts 54o5 9p5m bgp1 5uia 23v1 4csf z7i 7gkf h7c9 tmca 5txy dqyk 63ka 2sj8 bju 3032 alp6 2z6i nrhr j1nt 66n4 d7qe 6o40 g2ig 1jx83 tvqg 1vl 5g7b bgzf yks bzta fh2r 4rop 8w4y 4812 1hu3 9303 dd8f 4gd0 13ej dtga 4r31 rece hew 2ten 7bqb 3t49 6qd2 7dtq ia8a 5z6o 2noh 3nrc 2gqq sox fbn0 lna2 6jy7 aac 28n8 ikne 2rst 9yp drs4 3jpe bgqo 5ke4 oy6 ikx 6de 1hdj 1j8p 4r0w 2pcn 2prv 3hdg d1ft dn7o 54uc 2bsd 4cmf 28we 8cdd 800k 24lp a6x a4vd 8zve pqt 2tyn bjmp aj6e 5i3 1gc apsz emnd rkzm 871u 6avx jgf a0xe 4kbf 2n1m 9ava 9unv 3u9y 23ez 4sx4 2em0 oqb 5uz 5tuh 3zfe bo2c 32es 2ofl quqt 3f6e 4bja 3pjr k0xi fa4m ai51 146d 55m9 18uo 75f ceb szuv cud4 22zv uzv 6wua 6g4e 4z7d 3apz 46yd 4sjn 1q75 88d 1gbo 5h1a v57 n29 7472 39mp lmz 4kfi 37c1 arlh 49i 9hc0 4888 gaa3 1914 72ao 1zp3 ap2m 6eeg 9k9l ey7 hutp tayn 8o20 1elv 1smu 13ss7 gvyv 9ez3 6cuj 3i3u hsk rvl0 c2ll 89rb 774w fbes 1pb8 vouk ibws yw8n 3uvr nk6 izpr 9y7p b5gq cf07 2a7i 2t8z axvd ds9q 2wpm zwb 59hk 818 f5wh blak 1toh 3stl 3k11 1p6c 4g12 w8q 4z7u 7s19 aie2 5as 3cvr 1fabk 3sdr 4i7l 4hxg 1v2u 3eq8 ef38 sgh 2n8n amfo waa3 bor 7zt 127j 89sl 4cox 3r4f 459e 4yzc 16jz 9eob 1h19 m4t 6ia8 7mqv 5t3i 76uh 1ez8 2iwb nti bmfe js17 349y mveq db5n ja0f 3w10 2mv2 5pdz 2kdq 4h0n 2888 4mu5 1qh hueu cte5 10ku 3mxe 4s1d 5g32 8goj 15ne b2t 2wfq 4dir 1n1n 2d4v 59sy 4ixa
3:1k50y0j 6q28 56v 8qkt v7es 18zy 1cm65 64et phws cvq8 3jcx 6udm 16ar 6i2e 6l0g 3gru 16oe r986 5fas 9qlf 3pue 4501 2sjy ircv 10uv g64z 8wfv bkwm 3nfw 20k9 tung 6ygt mdtn bohz a0mv 1kkx cehc 44vl bbs e270 2smx g43g rez6 nzug 1f1v mi7e 9p5w 894d b7cs 2xdk 7lpq 1i1d arav 2l0g 1vqh 9288 gf9 c4je ka9m 57yw 8fuf 3q99 jgo 1g5s 53n9 r02u 144x efx 3spo 70we k9ts 35mf i5ng 9vah 71pd 27e0 bst0 vts imsj e7w cx3u 3pr6 984f 792p 2j91 k4z6 cp4 2j1l 228z 3k0z 6tk2 33oe 7mob 1dht kc2 iods yju iwxg debs 7qzm 5ua xvi 2y9t flt5 airw 46ty bnn5 2585 8ytr lutq abzh 87wm 3f72 1b15 dx6 3ofj 4jf 1gt3 3qyq sob 4k64 hjb3 l9pj jx88 96uq rer 8jko 4z4y 71yn 9izc 41v7 hp6 24st 23j4 1ogm 1f0j 46j4 2854 w8f6 ggjc 23xg 47f0 93ja 5mfp 40k1 6aec j3vo dut8 21e8 2v5p o902 1w9e 9qp5 3tv6 1oq2 8wko 1bm 440m 8brc 4a0y dplu 53vh ik1a mcuo 7q58 ojm h7u x9xi kp3n 3csi 9zg6 5a5v 9ttz 4yq4 ebs znmg abyu 3ag6 dikv tke 57pf cu6i 3ned n7ly 3qkq 5jzz 5gr3 6bz2 1uap 14ncl lno 4hbt 1b806 as1 7xfc 47bn d4ry qlj6 boti 1gzf 9ulq 2yyr 80d0 1xbq 5ajp 15ahy a1rq cm2k 1bq9 51o4 ljb3 atun 5snx bo6v 7kmv 84h5 31in 5wbb geux 18da 7nk0 o5re 5vyg 2odp dqlt 469h 4vl7 8xdv 7d6e 8fz eqtf 9dtt 6k6h 7wse 5mud ina fg3v i3ml 39sm 1441 8tls 875 1jba 4l26 8e5x 85m8 3y2o h2z5 qe4x 5n57 5zl7 48r6 v1fm 39za tdk 1lyt 274o 8vr4 9xkh 1btyy 87be 39pu 5i01 6lzu 2rm4 ic0q ciso hg0l 6awo bjlm 6knx pr26 48x1 7pzy dyxp c67m 4uen agje 9f9u nl1 bzhf f2l6 qdi 274r hlbj ks2h 9eut aqek 48zu auwi ajsj 3nke 8j4q svc 5vq8 6sf4 fovj uom hrd6 dmi4 2zri 8dqs 1f5a 3gt0 5wch 9c mokj nfft 1ftd cxfh 4evj je4z 6orw 6w3v 5kn1 2n4j 5bh 3ryi 3e95 gauf 4hpn 3lan cpmz f4q 4gqm 1e4n 4b6i 8x71 99x1 1iap 8tv7 cmvt ju0u 5pss 78hg f252 6u5d ja2e 1jh0 6xbz 17rwn vj15 bx5d bd0i 454n 2sox 7uhb 14mh c4oj gt3a 7nd6 6541 6ace 54yx 1vj9 ci0 4bg0 y2d 4p4y xkxk 4er8 d3gt nmch 44ot 8gen c812 pqle c6w4 5fn1 3pft gk2b gntf 2ipv citq 18g5w 3ec9 ofxs 9f7d 3cs8 c710 2rbl h7oo b235 4nez 4j8y 4wx6 48hc 77x5 c3v1 61o9 8ng 1vhd c7vf 2n3m 9rc7 3wcz 7qkg 1nhr 18ei 3cio o7lb 4yhd 3lit 2ixr 7e2x 143u 4if5 9o8x 1hyb 1cal 95l 9xbi 2lov rrq 65pl bq3p 7ez3 bfof 3g78 38ks 1mft wowi d3ot my1y cjqw 2y3x 6cxh emku 1157 1s67 a0ec dssl 88i2 a50y p8a csor gcvb 7ee3 10il 8ox4 3l5b 8aj7 396y 4jdf 8ehs aoze 2y6m cbod q7d 3di9 4iwx 5rkl 1dhw 6ds9 xsc 1rhs 400s 7gy5 fhaq 5w3m fvn7 4n0b 785o 17fj 32os 4a5m 4swd 6v1r akw9 179h 47gi 4cxb 9jgl 30c6 dfxy 2508 4oym 4th0 zs6 73bx cbqg 3ooy anf3 3yoo 25we 7k3f 3hkx 18c8h d8l afvo v76j zct 4b2f 5ud1 8vbo 77qa 28qs 4kpw 946b f7vk
3:1nh77tf dest 5ux5 aacs cbjz bxyp iluq 4k76 l73b hw6 25vt 48w1 2ewv 1btj 3so8 3j8f 8i9 4dix tlc 74nk 3gqk 2ev9 b7d1 9bdv 24gv 6rqj 4qvb 3zuu s8np hald 98wm 7i4q 55b 7a9t p6cc 6xlp 4ddi 3p7h 519s 7gba 78c8 51gt 67po 34l0 67d5 8dmy nkpz dd2 mxq 7yt pddm kw9 6p6l 5vnq frsd 9rlw b3mo fam dtlr px21 gp03 3srz fav 5sz4 5q4j 2yqa 27jv 3d99 4nk6 mfa0 27im qqng lcyq 52dn 9kee gm1h 3bhz 2fu 6nak 8smr 5pf1 1lje ccqe 6g4q 9knv o54p lkny 6os0 16a9y 4ohq cip0 3uuk bamb 6ny g62 j0b 63na 3ylf 9a8d 5hjx 9815 yp7 e5ze 6zlo 2zgx 9rmt 6qjs 2xs7 3nl5 hixs 1hqy 16ur 1hiw 85q8 h5la 3szo 7fu2 t5v iol4 2mvi 74lx 87i 1spa fsk4 52h j3o xw6c 1f12 51y7 3itt qv f8ky 7qq3 hokx 1b4x 1w38 vrl 6y0k m8x1 bigk jg0e 5rfi 4dsi axh 49qo bbi 4xt0 c4d1 nzfh afia 50p1 ijrg dupo 7gd7 4mdz 84e afih 4w44 4jso os6q go0 907n 22zk hxxg 41jh 7scl 7vz3 7o7c 7xz7 plu 2fzg epcl 1jwd 20je o5rg cl2 6hdh 9vmu 4h2h 7692 52c3 4zlm 9h4 ukc0 3ezq l6hm afi6 5jml 15ed 9gjq rum jiue 4e2e 2thb nhx 14jk 5w4z 1g9x 8kn5 1k02 2gqv 8z9p 2vwq g9g5 26fz 1tdg 43sn 2vvm 78fc 997i m0vy 6r9b 2vxd 16yz j4hj dmn 2qfh 2m0z bqox 3t28 6j80 unq9 3t0y 2h9p 88s5 bgfm 20zv 1r56 1y5n 5zpp 7rje 36qy 4k6e 5il9 2oi hm00 k0ap 5kl6 8tyt 45ij 64e7 y4x 3ied a5 7sjs 4z7c 1ibf 75v6 86t6 492r lpa6 ae7 e977 pof lnge 106ui brj6 821p ztb 3xys 1it6 7lw s4l2 hf06 g7vb pb7 1qed qm3 55pm 26mi lpep 26z0 91kx 10dxp ujy2 jth5 4c75 197q 16y3 15m1 12ssl 3heq 2ev1 31dw 12o2 5s9 37cr 4mtz 14d9 eie 61x mcht 6g1f jxdm p2wf nlq 7blv 2nyu 7f i4rs 4aq1 4ak9 fph bsk1 hmig 5ftp f9r b6bp a7e2 43lc 4k4q 138t1 43pc 8u7u 3fkm 4vhd a17f ss3w 1me8s kce7 6xrz 4c3e 9ag5 ezy 5fig 8ywy 4znn 6z65 4d2u 2z2g n20 827x coe b43t 5gbg 6tqv 397i 1y3z 2yud ir4i 2ck2 4sf4 2xom mrat e9ln 96sm f74m o2d7 j5gm 9lel sid 1zfs 7pql 9gx tgz 2s9o idkh 2uqh y7t 9hcr f0my 5eld 7dij 5sfx qk1o maer 2l8m akcb fv0f bk0i qbyu 1a4h3 32aq d6n1 93fj icbi htmk glk7 3819 5f8v 6rcy 46og lszp glo5 4p2g 9ifo 3in3 rhb hh8p 2rtv euop ln5 8lvn 13mr 42ad agbc 6dmw 1fgh yq1b v0bd 6e8k 79fq g57w etm 4d5p rug4 3gdz 72z5 q7f6 gkhb 1j07 3rlr 2gv awph uate 6eqq 2fac 869g 1qsn j7xc ia9 2o5v 8n59 3y4a mqho 30wo 2lu0 wvjx 6qmy 17kz 21dv boaj akz4 ah4w 4xep hqkw ecfj kgdm 4ij2 sh5p 3vid 8aqu 5n5x 6sgr 1qd 49e fg9s bbq4 1mxj 7dfu 24c9 1h9r 1re2 dk6x q1rr 1yjw pqws lkes 9fas 89ro 32cf 34xj 5zsa pr46 4xlv 7p2x 5s1b 107h 55et 6cto 32m0 byf2 ahqu f024 8675 1h9j 10h1 kw89 xo3 5x9h 28x3 2rfv 7jcc 70e6 63fb cqdb bts5 4dqq 1n3l 6tiu n374 1r5b 4rw2 6zcp 101a wah8 1bkrz 7awu aja a0tv
3:1qu155q 8sb9 1bf 1y89 87db 5qz3 29u6 15ng 7xha 2dq2 2qif 8wcu 302f 2i09 4tix ep1g 4j2e 2jc6 1yj0 iso top 3i39 dzks 8y0j 1ekc ir0b qdlc 1010 34da o8zz bik9 9j7x 2d8 3kah 245p 5lzv 2omi 3p4h c3nt w3ti zd7 1ul6 6fg0 476j 8ace 14wc9 2sbs e0jt lgwl 13ew a4mx 1qlv 2kh5 bki1 d77i 4rpb 29qf 2eww hgde qga0 2mwr fq3q m9h8 1fmq 8pyn 3u20 3oba 7off fcj 115n efng ibee 342z 45me 1wbt ei0 9pa 3vvh 78g7 4bbh 5mlc 1euq 71o1 16qbh 1vih 44ic 26g9 htf0 3ihn bayd 9whf 8pyq ji3j eta2 35d7 dhxn ikm6 3uni 9pc7 2zev 3cg6 32vs 7del ahk 7aw6 3r67 5fkv nzwg wb3s jlj 5zrd squ 3bsn 7uq9 b2uk 53ts ac7p hzn0 4o7w 43vc 786 ghxg 8q1w 3ffp 1szl duo9 6t1v 1b0f iusd 8noz cm9y 8246 2cgc 8o32 goof 9fn0 dxx8 qlp6 jibk hvip 3y9l 3khu kj5b i28 1gg4 2wwx e5er 7d8i 127ec ac39 2qhs rlm 49t9 hahk 1flb hhlv sn48 2jel uk7y 6py adfe bsmt e1eu avou 5xhl 6xsz eih 2is5 3hwb 6lj3 jes gqsj cvie 1q5t coq4 vz1d 5f0c lyh lls5 oxl4 9kah 7xga ek2v 8xqa pji7 1fkj 7snc bt4s 7ews 5w3c 3fnj 5ldh e5mr uq9 fns8 mh9e 8466 c8yr bds2 v0q 788a m04t l497 2mg7 5w4n jci 6fqe 267g 2us3 xj7 mu5v ocpr d5lt i4ri 8271 41ct 6ql6 4h5g bjoy 55pe 2h79 2cnr 49tj 97x7 2lfn 2awa c32h 73gq 93f9 2t45 24gt7 ho7 18xsf c2d bufx 39kc 123y 3ozb 5els 2btf 1a79 2m 5zm9 d39u yda mff tek 6fks dfvh 67jd adrl 4akb 1jsi 11oe 23as hgz1 dt6e ejut hn0r c5ka 7g44 c6kb i3o9 1i80 95fo 1hvp 1210 8q9x 46tl pl7x 3nh4 7gtd 2mc0 2vib f1c8 kbg vh7 1kse 5uqy 47pq 1dso 5nsr fj2y 1dvt 9z7i tswb 8afg 5ler 3q48 8zmt v7w 9ygd 36ct 8z9b 9wd6 jzs0 8xv1 38v 6gpi 9kys hjo5 t114 di0m fg2j 3f2l aec8 pcw 73t6 byds 4ly0 13i7 9xpb 4jq2 549b pov 8q40 5rb5 3ldi 66vq 9cl 8wa6 9i45 4qr0 lo8w 9f7k 4vgb lajy pswh 9z2j 9jqj cxzf ivea 5guj us6v bek4 agaz 1reu 6za2 6tla n6gt awti ehl fgwi lwcc 3679 6n0k 1v64 7el5 2m6d 1exh 5c70 5n3g f2x5 j3gy 11gh 9mg8 1nic 110v5 1ekq 2n1p 1cn8 470p 5za9 fpn 3et5 5335 ww9 7qpf acgn si23 1rrt 1vaa b4ww 1w85f 8wda hgl9 3a8y 78x 2a9z a27 3m5i cc4k 926 di5i 7w4q e425 3c3o c2w6 24kp 2w8r 8f6u mnj 7rb5 djha gytn vfmj vy1 4t95 aw0q c5xx 7ncs 1110 whc 4884 rjea k4td 6pbm 2uyf 3z0v vwgf b0ez sqs9 c4p1 ljk 2abw ckh huci m3fo 4cim xc17 cg9k 80wl tkk j1wf bk3v z5nh x9b6 2de0 2csf 1h9t 76dq 39y 9vz0 2tfr 9but 9o9n 1ev0 j2ys 146s e2v8 3xes 5088 fwhc 852c 3t6d 3sse 2qgw f8xc 2fdj 18ua 32wz 1183 il5t j8l9 rcc sbc 9cim ak32 76ij fdus 2ygu auxx 2djm 61lx 1zp 6pfs xgz 2xq7 6zz8 b9uj 1smg r3x 2lhz 2nge 71l5 2hhr 2srx d8td 5pk1 7y16 1e3y 87cn h0vk 36kq 7fum 8mk9 hahr 2w0r 2g2l yux ezby eou8 zgn 4yep 2r9c exuh 6sya 124c7 3az3 4ry5
3:1u90hqd 1ewy c7h3 54nq 2543 euh9 g2zh 9zc8 9lw0 7lj6 962b 657b 82na 1nwt dkac ddg9 f013 g52s 7n0p igt 1q1c 5223 1tjp 8056 2ej0 8gov ag7p 5ktb ccfs cxr8 2uez 26ol 3aal 5hrf 7bu 79ii 2w3x i066 i1pd kea8 6ga6 10dl qf8g 4jkr 4rln bwn9 5fib 9wn 15ej ule 35hh m6i g82 xi59 9rrp r28 2t6k aw89 6gzu locu klqj hjb f4t7 cov8 7v0v 1mk9 1w5e 3nvy 12j9c 5kl8 4ktd alyu qj8 g8m8 b0z 7tx1 gz8k 33v4 4jta cupu cn8o 6ioi 25md 117f sxry d34n inpu 4709 6a1 9se grod 1r13 8ebf bjm0 6u9z 3eok 74ca 1kdq an3p 2z3s tewv rr0k bi1p 1geu 666 lssw l495 4nij dox4 fjpc 6k2 2scm mp41 1719 ncm 7t4q 3uvq gat1 c98l i9hz 31jf 1jnc 1pki 2eet 68w2 927 3bcs 5gx6 nkd dg0z a6ed a7pa 3gv2 37nr 4w0 8749 vxq 8efe 1ceo 8ly 9nbb 4s1t 7bnj k3bq 1xh n2uj 6xci b13o 3t84 b83l bjg6 56x7 2u3f 3x1f 2um hq22 e5rd ewwj 132zb 63ug 4bko 6a1m m83 3hwd 3dsr 3qks xa1j ac87 616e 2wim a2l2 8nij ajhh 7476 8pme cx2l 52af 85fh dmjm 2zuu 2onz 3uan 2ptp 5r85 1pb0 1oob 7u7u 6p8v 17db bl14 5pq 1bpr 3qsm 7xzq nvd3 5lsj 1wov h714 2y15 bofz b6tg j18 1ozu 5fzh a669 4z98 q22 4x6p 3rrc 1wyn ahpr 90g4 r9il g8s5 cbcp 3t80 3pi7 3nac 9xjf biv5 wi82 lxpz 19z5 cbeq 30cr 6fii alzv 10mm6 7eed p0m 19sy c6ic dtae a4un 3p6o 4g76 26gv ejv 95td 3s2d o39 c4u7 v36w 6cmq 4rcd 15f7 3f54 f7h2 2du7 h2vd 8wdm 35wz 1zw9 fgap 2t91 8m2f elea c1i8 1n6v 7wr7 1dyq 8z7r 83hx 3b2t 5qv4 bkm5 6844 76je lqv 3tp5 cetg ftw9 1svqn 3rkb et8p 8rdn ndu ba6 gr4w 1ho7 l2i4 sbam 63g7 utd ch4i 82ej 3qbr 3d3k a5jc gb3x zwd d2k7 m2m 45kf t34g ga1i 9693 2axo 2bpd 8sxb ftz8 l5sd rrdt 78dt dfev ck3g 15am 2cgf eh94 2yih 9s92 cxdu 10oo 7wfa h920 35fz m2s 2f5v a6t9 9b4c 3sb0 d89y bg8e 4jsd hedy aafb 2h1t acem 594 6nzr zmol 63jf 28k5 5pzp nbvs 14wl 16f0 idqp 139tv 5vr9 3b1x 77nh e3v2 3b8w 1h3n 3vbv wl5s m6bn 48qe fa8c 32zv 1chq 27br 2ka1 8ylj 1d8s eb2w yal 66i4 b010 14sc jd63 2h3b 1k1n q 5jlq d7g0 jqig 4ir5 iam8 rvox cqia ewll et8l 7sxw 2cbn 2qch nv9 cotl jh53 1e34 p1ub rsbh 2kdn 4oya 5q1d 5h2 6tpe 6m3d 1ei6q 1411 1b1s rx90 iuqt 8ht6 b335 4olh 7olj 4rnd iuu4 o08w sak9 60l0 3kt0 7362 bck6 ab1j 7bnq 2xju 7fzn k85z jyac 7i7f zaz 4dys ay2d 1ip1 c5ei 8gja 5ekd ytb1 a3ew a456 1twa bxaf 36z9 63bt 18p1g 6ndj 9k05 oi73 xtkn 24qn ilyu qc9m 2gzt f27 i583 u218 4s4e kten 3lnx 1yg4 8br9 2j1m fci7 38ce j3gu 94wu vql 6e6t h5e0 bwii ai4k h6lx 6swg gqhn 9n9z 223w 6qmt 90xq 6ktb 4q44 9rhb gz0o 7aiq eljk gyk8 imgy 7q19 cpck 3ykd cgsm 2r16 1u5x 89rz japm 1sra 8dgv 7gto jlcy euqd 3mvk 46gx 173x 9021 6547 1d0j 4ucx 66jv 88tp 924m 1gzy 5zyj epdv aby8 drc 8oby my0 6q0j
3:1xsgply 4go 4ipk 2y5b a1wp 8i5s qkr acuc 51vd 3asq 3lb3 1nsv 8pk2 3eif 4bzy 60wj vn3p 31wh axz8 9aeu 3sko 17zv 5tln 46p0 3hc1 38ws ezkj 7dg0 dxh dh2z h4na 2h6k 7gj3 1m1v gs72 9di3 osxe 9stt 207z 650g 24pn kmdo 4vfd 729 nzor 83m0 dn5i rl3k 30c 40f 7516 dn57 927w 3qv6 os87 g1u4 88bz 7ypn pu8 217q k4ow 2opb 1onk 7vsc 4tv6 dn81 bm8u pmip c8zs 5ai6 lih5 1n0v kto 9i4x 5923 6e82 2z4 23ug 14yp 2dm 30zm jbf2 a0eo 4bwi 32nq 5nli e9qg bc4t 1kd1 1bdr 71tq 6md ed14 q2w2 6fm8 hgv 10qs 2htj i0w eqe7 4bgp 5cjc fhto akyg 3cxg 2815 chw4 1ntz bquc 7eh xbz mqg fcvu 11usn 9a2p a7zr o2w 6luy 13hn0 5p9h agsk 1yxf ewgt 3nxe e4ya ip2o 1aed 58e3 gt2 9hr1 h3cr g7a1 lcib 3oo9 b46q 8k7d 2f00 agg5 6r8c lm1t cnt2 2qzv 6046 15dnw s32 ammk a451 7qfi gbf5 k7tg q6if 2vf2 bgso 5shc 4o7z 3v06 ch5 18jc 7ojb 1z43 5wdr 6kh0 a9mr 43cv 3tdk 5wsk 1uw1 29si 1ubq cqf 2xni aln6 a9m9 3ph i0py j291 1lqy 277t 26q5 isq3 5bea 3jt3 opx 7ynu 6tj5 3vn2 faj 8g7 12gsc bjya 219 1i5w 5a8k lglh
4:34uv d4fz i1mx hjpz ofjl fw28 75ds 1i46m 7dbr dzf8 94k8 akyj 17iia 23q9 1fq9w dkgd 2isi djqe yj8k 9d6a dwc cra7 ngcp 8faw eqdb iqdl 6pmg 539k 8x5h 14b0 fb39 p6qe h5k3 cbkx 4ljs 2lbx cfx5 23t09 qu6r clyy 277q znpv 72h6 ibvg 8ldw pkwj 7i2c 60zc 1bs8 ou5w 3goz 6cu2 4cy5 58bh 7iyv i3rc 1xkb 9dtw gf67 19pw mkn 7rl fdva 45ew 7ds0 494c j7p4 42z4 1yr3 1b04 9xkl efbt 19s6 4a8e crk1 9oj9 plad 2d81 1as4i 85rj 5ywf g5oe 4qcw 47x0 4cx2 st5t y6m1 8702 2w41 60yx bq5r g37i g5q7 y2j6 kgj9 y472 h3j7 ah87 41xk 105ap 1rew j3eb cv56 m4h4 vge8 1xs8 15hel 55i6 akq6 2a9r 1jo9r 55pw bflx 1a1bb tfhx 1rfja r51 151rn mstq 7y3c a2xm b6hu iu4s 1dt9 3nde dfql wntu mnzy bned 6kw n4n5 ancj pyrd lys9 10as pjlm 1r5y 2k22 hz7g unup 16hh9 1kxp 55jg utxb 28ff dvtw 34zo 2dru lvb7 nf47 4xnj 9xrr hgn8 80ls 1n5ud 12o2 w52p ekx ezz5 jh67 1hh0 17lea p5z6 221e8 8zu2 7qed uco5 gaxx 10gc 1500i mjr 144e ehdl a4hu ha3l l1l7 bt6t 6x36 a0vh 9bkl nxzt u6ln 4c9i mpjc 1jh7h yhd aqn2 9ggy 94q7 2e8w uf5g atsq 1kiz 7du0 crw0 hjv 3a75 1ldu re3v lbcb 142ug hrui aiil 58pk dofs cmtw saci igi5 dv10 cnwr 1iyup m3vx 1smi7 4lqw 36wk tlnl ar7x 12qen qqom iivs ggux aoaq 8yln e0gl mtu9 8b9 40ap y6gk 18sqy e2n6 lfxo r99g f0nv 91ye sull 6esv iyku g6kj 216 1gmu ebd6 14q6v m6pm i687 119ci 8gfm rd47 c6ep 7oyl 41ys kndb 3j 1jxgt dfv3 3upt 1aln 9pg8 biah 1vt7v 9ev4 49b9 wih8 8kmk 55s7 6drk 37bz xim3 2uxj vet 7q3l 47hx 5e60 59od pvew aa9x 1gnep lxzz boui vt0l 1jnh5 pu9 2ppl 5ph 38jl 72xs 6cnd izle d35g 12pli jrs4 ik9t 1mjli 2kw2 1k6v 92gt 3i0w rdzb bd5a 340i jj2g 6eep a0rj zsmo td5 ce9p 2aoyo 3j3c 4vi 3mw4 hw8v 2erf d2p0 8h3u 4hla 2911 1ajwh a8lq nugb vf27 18a2n a48x 28z 5tgo noyf 4b51 3hem p2uf 1l3y f3a5 ezvq 1nt5 1g4z 1ufb btmo 7k19 12gsz aspx esf hbzk 7c2t 8b3m jpi5 sada oha5 dlme 8n8k 7pwt g0ji 94jo gqbs y6vm b6vo 193n7 2kqv 179i6 bem5 33cx g5iy 7hp9 te02 818e 9wdx w9v c1zn got5 chsj 76gu kple 3o5h uyqj 1xco 40pq 4cg 668g gnhs 7k1q 13v0b omr1 i26a 25ep 6nua 3ogn lxmm 7eo0 12yxs i9kb ik7s lnq4 3c54 5hbf 11f1n 2tti bd3v 5ogx 21rr gc3e 3if3 3l3t 15n3 fzvy oczu 4i8d jkqg 3rhx 7o39 hmdh ymj 1v6q 5box kxv5 mp37 3jw4 2tuz 99jl el1z 53ex 5glf eihb 58kw 70wh r6r0 13vi 7fwn gmmx sizu vyid ahv oaj0 10c8 5jnm f2ic 4bhy esmg vsvy 9gsn rcds h8uv 94xd c2bl 9cwq qgyc f62q 1c4bc ioj7 5rdk 12tzq 35el 3q6x 2cgsv 2y8i 3esx 165dp 7k0s 36oj 1hk1 12ex4 t9zw dz5k 9a5b 1h1x 4cgy edas 7trc 1bplp 5xg1 nzpt 40jg 6iav fwng 7gvn a9l5 arve n9y6 18rrj ift 4h15 1rhr7 10w8 d41t 2u3c 19r3o 78h0 184q 5mz0 47ti njup a2wp 9nxk 6y81 boed 435s 1nz2 2fgm hfwb sko7 6lf5 128qr xc2f c72a k66k
4:5ywnvm b0l5 73f 11k94 1024 392o b0lw j21p 4gya sfwk l1jc j9ma 6m5x 9gfz 3vb1 m7sx obzi 89t4 ehj4 6s8g a6l2 glzy ff37 iqmi 471s 1bq1g 963h ine1 ifhi wf9d 17zo m42 8tgy 2rws vduk rri2 kjcf i246 73cv 3q52 xrhs cx5w dzkz 18edu 32lv qlv rgnh funi aab2 6c98 1427v gg7w 7wj2 ovl7 ca37 6a2x 4014 gqnd aa6h ghyh 54lh 6gbt i80 6p4u 1qazd o1w3 11he5 9mby i9kb 71fk ctx3 bc0e avyy 1x29c 1cyt 4kic 4ig7 lk0a mres 4i5c 2the 4asx 75pd a5gy 1mvh 9zqf 9337 cyob seoa 2fk4 vzdx q7t1 9jd6 1dxen cwev 1ures o1y0 6c3 2bqb gxw9 aa56 n9du ovkk e5ao ckpw tyep 269s0 18w63 tzvy 87fl 2d8s bzp1 19t8t q9kh g29g 7jfj 957e 8fhp 1jkh x0d dd9i v2wl jlrl 7c6b pzs zgdt 2ppk 6t6i tuyo qf1 ccw9 1k7wr eaxk 1uql 6pxg qbae 1epr8 ef0d 6ff3 i96h 3jh7 ryfm 7rfy 6ivj 3erv 7jed d198 dol g4sb 1dkgi dbxn wtgc xq7 n3ws rq32 ltxj d9od jxva diht 3gd8 7db2 tfa 2kmp j43m i3bw 4ico rjcd 2y36 sb5h faut 2ii4 2suf 1t4h l6gb 97pj 3rsr b7es jzft 4yus 11sm 27qq mcp2 1ikp 2gyg gutw ojk9 3xpa 2w0n pcn 4qfo r1lb 7ql6 hksa djbg 1g4pm 9hg3 fx51 lmcy vwcr 4flq sa6 jzsx 8qs8 olfv ow91 4ydp hhfr k391 8f0 14n4a m7h3 4t94 9d3n 1v9g o0ia opcn 13lc 8nzl d0uo pwh5 7mkw 747s 8qvd h032 1zj2 c10k 6125 1nlh 1x66 qucx zl45 q4n3 14ary 8dwe 1852 z7fp 3306 12mb 7uhl se3r 5uf1 hijl 7sey 6417 a4wo d16j 17lf 2q8j 1juu 3eyn 8k9l 5hqv 7o7i 4ziw 3mp1 ln5p 1tz9 6iuw lxw1 j2kq 856r 4mvx 6oit 1lul 40hv f3o8 b8a3 tn3 2vq7 cjm8 4cx3 czj h6vt 5s12 bgsr hxs4 2a4p ccg3 dah ul71 hl5m cysc nlip eia5 et89 72sm 5ml4 hah4 5agr 3fq 5i1z 13i4n ooc 6puv 17xu 4qte f2s n4wu wtww ot6m gp6v v5j e1fa a0mb 3zie 3uso 4dg2 jg9n yplb cdf6 k65w 9gk9 c8r4 8w83 aqwf 9tkw mddc 12ekk agqh cy3y l1nt 40u8 69vw xex cnw jdns 2ow8 704k 27hv 7vm1 2w9i uktm 8lkq k7pn 13i88 1900i z69u 25df m6rr 1b12 5nyc av4m abmw xz0 5fy7 d731 5i97 f08n rwwn 5jyx 6k1q dr49 sm89 9fdp u209 lbu7 dzta 2t1u 1903x ihhf eiei 36te 3rsp iaxm m2x3 xpjg da5c waxd mvt5 hvxf 10by8 o97f 3v2 8bb9 4xe 1g1w 10rts 2b48 1rhv 9cq3 jvq0 b6ly 1eglz 36uh lc14 1py0 6s77 obqv sh8g 19nj3 c5ld anx7 2df3 kk9p p5iw q3e wfwb 1hdg 2jsj 2jhg g2p 6rc 12kqv xe9 1fhwv vu9 brtf gf 28ly 8e0o 64wn 9f4i 3zqz i423 fjaf 1wt5 26vt aqci 1wwe kyuq 2q54 pna4 hqo7 bphf 10nzl fuao 52q9 12n9x 11vtt 8vu4 ooy 2ta1 xdyn 9cox vp2i 38i9 7o0r 975h 19tw8 4ran o2f8 bmmg 15y9u 5sbn 160vu dqz1 kqje ib82 1e6zd abiw 2u3t 4ikx 11n4o 1a59 9pji r2ni vdcm kn0t tb8h 8qwm 9ekh 8emd 85bl iiwf 26ds 9j6x u28s 18g6u 74hu bp8h 13ww 59el 5zm xd0q 1lvh 2j4jg 7w8w f2zj 10ilw aj4f dp1 h4re 8x51 dawo 9eh5 f8nx ck0u aj93 g6k8 8ak9 33w7 cqf1 5x4d 22w9v 13nqp o9p9 1hehj e9x 15bi 9jcz
4:bpcocw 14027 48hv cae 1f7c0 nkjh 2gf77 18p1j cesx 9v5f x8n 14ut 1cka3 7yfm sh24 1stwr k6ie aste 538r vqbj 20u8 d13y 26hi3 373o 5a58 cnvg 1736 myq3 86x9 738v ajr0 sbl4 gqs5 r2gv 5o24 uuq8 cor erxi 86fi 6923 3gql 81gg mhpo ogow 1g7kt 5q1e f80p 8hfl azyg v80t 9hlk 386c 1xbq bpaw 2p2b u523 4im zc1s 7jto 69lo 1mjz avzm jyf3 mfth tu0 7pav 55ow 1v9l tig6 7kyd cjkd 8ufs yau n9c4 ch6e 93bd 5tfy pwvf bg2 aeik 2v72 lxqb ho4d 22ki 6zlz ue8n us94 4jc1 5dpi 9kun 8ryy h4xt f9hb 240m c4x7 16vs1 1aywf 10p6 lkgu 70d4 p8kr an50 2mp 1owf 17vt kwuz akug fopc hqov plf 1inf 2ezb0 17x4i 35oa efoq 2tej go4s 1um3 ncz9 5n0w iw1x 4i6i 1w1vu 2lpn cclb tain 2sc0 6r2u 78kz l99q 4v75 kpc0 gx0b 14nb4 ns3i k7w7 fuex qweu c8sl 5fgy 7h71 39ea 7z4a a5e5 b3 d3dy 266d dy0e dl6s dzle 3e5m 1itms 3ajk 10wg 4fxc rlli 49dz 1nn95 2lzr xyrj 47ez a5t 3ee0 17gxy 2cdw btap 1oslf 8da x8oz o0ik 4rw a7n6 4txz u5ch kjpx fvu4 crb8 14eiu 1hc41 ndeb poyl h7aa 1ds3 tazy rgpe 6t0w dnlz qdxj f616 d2vw 4exe 4n7r xb9w hyc7 o7q b7yl 5lpq eo03 6cwv do7h d5ju dx7z 88y8 4k66 9zd2 d42f 1gi4z 5zya l4f 3bgs 7c4g jvsj 35qr 9l26 4a1y 5n97 s0ie 51dj fyhx w7ul 58wi 63ne khad ok6l pwzg 28gvs 33po gvzm 4s7u 11uyy 1i7c0 55c7 8t0f 3zbw b6tg 8lm6 btgc ata 143eh 5hxp dlv5 diz 21sz 1mqvd r7kn 5ov4 6znv 6zn1 23kfm dh7y 2gm0 4e1v djum hve4 1bs5t 6kj3 h30s 1penu 2msd do3z 3pq 5f0k mr68 5e3i 1ff7 5gty 3dp rp42 ghev 7d5t me0f 3xtq gc68 1am3s 4i9k j1wx bph1 elfx aj48 o73b 1rhm0 a1s5 3iye an5q 9knt n8bp 8jns jwxh mew5 d90 2ixk hjp4 2tyx 2bh 6qvy 7s1 fkf jc66 565m 3cxw 25cd 1ojlg 7go9 pirt 9wl 82ch 576i d4pa l9k5 hjr8 bhl9 4ui9 5gs 651g g87k 4t2n ag8n 20kzf 8xry 27bo 1j81 3si6 2onv 42sy 7bv7 2zbd 4qpy 40mi 4tm0 hkh4 6l2u 48 62bn 46bb ud9x 4wab xprp puvj 3gdb w24o 85qt rltp 6dxg qdej 1ylmr 7x8z 1bxf 2qbe h4lh t5rc 18jw 13q75 9wbq 1ox1 1adr0 9vlu 3vh m8ep b7y6 efh9 9s08 8r1k 5g3m kc31 c7w0 13gq9 bro9 ppzh 4j3n 6dx 17ltz wby 691q 5dyb 2264 8n8t ndjm q28v 9e1s ccmx ltz1 bboz 1vqa bkpx zjuo kkjf mgzk c0ho 9hpg 3ine 7g42 dtls hzww 9iq0 lt4u 13tbi 3rgc 4e77 86hc ewdg 531r 6dx0 dzll 3p2n mlo 1ijx j4ik i7wu 1e7q6 yul9 12bs 5v24 kkw9 1n619 1d609 2taj 30f2 bj5z f1ef re0y p5e7 10bb5 177ij m1m8 3ets 6902 1hpef 88mu 12xqg aihm 88mz esr3 2bpf kzx5 1vprp c369 huvr 1oavu oidk 2yqf dqie he8b 75gu bhp2 cf3l 64wn 1v3k 36e3 88do haof kxyq 1oxps 2648s 52pb 4vtr b6xo gdte 50wl l5i6 6t3p 8bdf o3tx nzlv 9e6e a39j kyvz rani o6r9 argw 217p p0h4 3l8n o24g 4avu 9a52 pqgf 1ae7o eq5y 7hqd 3kcq 7iic c88p l282 o6hv l1rq 6lek 1i2z ed83 11kvb dthm 8qh c7mu 25iv ariw 1d4w1 u2xe y5ac bmik 9gtw clvw
4:hw62y0 o9ah 5gb9 2nyy 261q7 6t6d 1g6ay 9doy 1b81s kxv6 s9mu f1gf 30jc sggn 3oxb akm4 vmk5 hnzo 146kb d46c 443b 3mr5 1imrw gh6f 2wce 1liub h6ng qqfq cd22 yl4 55pz e19o dg4f 1lc4n 3uda 3fxv af9m 7uhz ncsx i3gn edfe b7ks wf88 9o64 12qk 3uh9 eg4t 4nr orcu t44c 5b6r 2etm kak a2cq 7k1y ov6b 92be s4gp j3o6 3186 kdbg 1zvz 1znp 12i5 bpus 91v ultb 8jjc x4hl 6gl6 5hjy 396p 6euq c33w 5xx5 mx3 9ygh 4joy 3amj avlb 1q7mn 2pdn 1kau 2wae 1dhe6 fxi4 jc1h 6160 f4at dj7f pm23 g8z 4y57 1yqn 4tje 5oj7 8b70 5w6z f92k gd7x i703 3u3n 25xe 128zr rwrc vpyf kuiq m1f9 449t aktf h9o 2w3v gb1o 6krf 6az4 upup 15ui6 40ej 15as 1hzt ojxy ijry dk67 31ot iyau jvm2 d4cw nb8a g1hy 4pu0 1r8r rsdi 8w3r nbyk atec lbgj 1cdt 2q8a 5zsl 2ec3 4wpu c5to hbfq 11ow frx1 18qp ltwr 7hp 4p4t 3ffy 1ejdy cgeb 4jev 2fle iq7c x3c5 b6dh jyb 2386 kc0q 3ul5 3fw7 9vgd 57y6 s8h 49tr asb4 5yxm 1lho iq8y 5tvs 85wz b80m h2vh 12uot 7e67 7o6z dslk 2r0b 3dr7 1p5uw 409c m1y3 1mo7i dkb9 zefs 4wmb ca9t 4w7w 6xdt 6jdg 8vki 160oa eo1 1z2gs 1vk2 5jy 59pn 7a6c is9e 10tp 93p2 4xxn 75wd emra dchj 1b5al 5kbl 1dz3n 1f75w hfnu bjyt 17r81 nzxv 190f6 egde 5ox2 amb9 3jth 1crc 18lt mogq 4uzx 4b3x 8bb2 i6rr fpsa agez qm4o ao4q 7b1t c9jp r3ln oci3 ouzs e35q 17rax 1a0db cg42 6b2u 10mnx 6r9l 3d4e ayfv v07 3i66 ra4n 2rte 3j59 2o8v p312 y08y 5i0x 7l3a d3a9 x9mi bc7r eiiu 3qdg 6t15 lcv9 1fo7b io1o 48w2 vprw jws iycu 19hjo e1mf al82 pnf4 lgr i94 8s8k 337k 6n39 hmhu 11tmc c1lm 3ff8 e0wz 1xlyr deq jm5k lpc u16c 13d1g gefj 2vcd itxf 53f5 xz45 1lkb5 5625 qt6i 8a48 64z3 r4i izqq e48l 20o0 kxvz 2i0d 91po 84hg 1w27 dfnu 7ixh 6e63 6vqp 93ev qy5y 8mzd 33lf di3g ukev cf8d 5wcn 3x56 vmwq 5u8f 132oc gdfj 7yow i765 1ssj 49av gb76 3pd8 2ju 9f6g 6ao9 ieh0 2z1u vnof aguk khiv 5wwg 33zn 1d2ff a1ej 1j9qc bg1w 5leo a6t2 5t3q e160 3cvb 1zgu7 znos gjzl 5wsa 151p ja8u 8bax 4ucn 4sds gq4m 24sx 126t rst fzvo ufoi duof 2eao scqd 11cby ncdd 976z 61bx 68lk dp8q d2zu e8k9 83pz 3zx5 b7nc 7wwu 7ypi cus5 32gz hl7w 9mao mlaa 3y6t l81 1btb 9u0h ynfg paae czm 2uio 9901 xpim hiag f6og c67n 4c0d g9p1 4clu 4jyl 6sko 11ju5 7lr2 zrd j1z lfym tvv2 4ykg mk7r yln2 glva 7zaj 4j7i 1isb1 remg gkts w1zw 69ai 2w1g x0xn 16a7 ixlb itvc 29tr 4x31 2d45 jty 6pfl e5p z6s 8du7 39fw 2rys 2dcm n7n6 5dqg 7co7 3m36 fgfb 18st habd l3va cv2i 1dry ettm 5m4d 14mr 54nf 2aiu bmb4 basv fcww dr7q 63l 90xd 139m8 kzu6 2oer 7um9 q7e 12euy lyt yn9z 47mz 3lk6 m4gx rdbg cn10 79lo 52e5 3oog etkn 64kw 25ek 3p1l r4x dmsl 108ib 2ea6b 7nnb a4ob 323or 3k44 vni 364f eax1 1sxu9 6e5l 787a 1qtf 5qsv 478b jj7d 8tyf 1yr05 1zdk0 axci 11m1g 67b6
4:nlsnr3 1b0xx 2nx5 1gdi bzqr 2nhp 1b4nr v2wo apq 91c1 u84j f7vw dvtr 12fu5 igav fwp1 5yls 129gb fcmc hrif 119xd m6y hloa zxf dm0f 7j28 l2br wbuq 57xp 13ki c7c9 o7u3 x4pb xdrp lac4 d3za inqn 122ma rsj 8epe 5epb w9p7 20tq chpu q4n5 9nwg 9po4 73os c1q6 lukr f5pb eyjg tq1c 8jv7 6hr hq1d 5a3k i8bl 1m837 vjz2 1dfr 1b4sl 33fx e7b4 njzn 33aa 9xm6 39wv adyn jy26 1s6q d4l0 9b31 7vd jwc4 10l1x epre 1bh86 maxk 4x1q 4pkk 6ltj fwmb 4nt7 1l5d 3y4h 8rd3 15vp 933u nvol 3pxn 15ipv 1f1d fmdl 7uez 7czj 12hks 12hi8 7yvp 920g 9fc4 eggh 3oxq 19yk 1r6w5 oh1h h1l7 g0q1 ekb0 28ho cihq ak4u 8x9 6s8 3h71 9l0x xekd 5s59 dl0u 1ixmk k2d7 7ylc 3aci 8qs8 5nbg 3isr lyux 385o 17rd fhvk daiv 2qmp rxq2 8bdw 1uf5 1zvn j9zh 8lr2 10ejr czh ksqf 37de f9ye jbrt 2hs9 3eld 23ife 3jej 5u1e s5ji lrae h87h xwvm kxgp svqn 5qg7 fvp9 bc5d 6ojs 20zhh 18rv0 12fw0 1674b 7ff2 lyub wpg1 lgh4 5zep 7r8n y6ti n2d 5o0w bwen g9a7 zds6 o8an bzd7 b38f 3wz t7ss agzw xai1 in2m d94n 73b d32v 207c 21ty 9twm 9qgp 5hop voz8 c7cu 2td9 vhqu 1dqd 5c34 9cdc 122q9 1fxx6 d3dr 3in1 pdpd lqib 3cwp 67hw m0am 5rpc 12ow5 ulc0 3zeh 37xgg 5or2 ffes 3d3o 67vm l2ba ogh6 ajf2 6snl fbce pj3e 95k1 7440 18pf 1kqx 10c71 60p1 2dd6 6z3t epdg f6yd 1zfxv f01m 8r99 mru d6ux u8j3 93hl ai2l 8o7s 9z8e w14 5bq2 1cnp4 1fex 3agd 2wbr jbut dgkz 10a6 8n12 ifpa eupr dxpg b1qg 3ljz 34nd 5ftx 12wt td5d 3319 5z8z 1spng 6mbh 5sgx 85ko 1nwx6 6zvi 5p64 k9ut kieu 2sgh f4ko 4i4h evpf 24j8 5265 39dl x2zh 7whq j9s5 dqfc c22k pbye 6pp3 fiua tdv9 2vxs 4ctq 48iw 12iou sjhx j2gt aoxm txnh d979 er5c t33i 3grr 1a9l1 8skv o57z bfau 3mdk 7h8y 4tks ep4u akbv 8l8o 88in 7hh5 113a bxiv 72ag akal 5n0d oz2 1doqg hwhh zdj7 wes om1u detj h9cg 771 6n76 ghvu jwdl 17d49 1pe7 692h qfj0 ba3c c23k lnkq xxz4 2eek ga9k d4rw 9htg 3yur oi2r 1789 ggcx 79e1 s9ga 1b7qm a7qu 68jp 4yfy g6r 3kk6 l5u adzc gv9o 4ugz 31pi 4mvm aokz ccjy 2cyn 8ein 1o1e h76g 1v1t 2p5q 8oi4 2r36 hutw riqm 8u0n 1itj gmjw o5l 2498p 7fjf 1d6yr 4rpz 2lkfn etad yr2i aoau atci 8zfa 80v6 7a4s 1n7vp 2rzl azy3 fsvh jow 3bzl 1cal1 e8zb 1i3tz 99d1 44vo 13wvb k8ox 7smh c6m5 9pp 12kap oi6x 19mb 3itw p4an 36vf thu 31am9 f4we 2df7o 7wl 8ntt 2ogt z94f 42hx 6juz xqd nyk0 h12h jgen jms1 3nr 1tfr 15e5f z7yi 650a sqfw jdjw gxtv 2kru8 cp0g jcei 1144p bho8 a0b 1wev r59t 3h32 12rhj 11ziu 19jk 1g0zh 5yzq f45p qqj4 1qqj 2dc1 5ud1 fhid 2f9e gkjj ge6 31nu fv76 hi06 114ro 9i fk4a 2e37 fv7p pz3i 184u 15ljk 1o88p bknl 7r8z gzg4 j84e 4mhg bzil 9yyi pyfb 1qc8 b963 1kyt 2gzg 4wno 1jat7 d5x7 9515 rzhj ecl9 bg9g cwkv 6hms 48xv 75vu a3hy o4c hn1f 3hey 1hdzr ab33 38zc 4ku9 41g7 sdse
4:tsj2q2 adt3 4fo9 aop 2lc3 5adi 7mwu 1wml 1bm9 pub oiwr 5r0j 5adg ltnl 6tr1 gx8m 1pga fy5x osbv 3ydk glw3 1url h0cg 1sp0 1zr3h 111f6 4i1c d6z i2x4 orw9 1ahv gyu 4dkb 1hz4 3z69 xdt 1gwr i44j ihxy 43b5 4hwz 7un6 m906 he2h a6ox 2lf0y dfhm 4vas 436b womj at7u jckn dus0 oaez 4mr9 3can ndv6 pix ffwr 1i91t j0us 8bse aj0s vs3u ykbt cj0i fdm8 aft0 p9tx 1qah 9unh 8m70 i4tx qk 8ufb wpz ixk1 3p8v pcxh 96uq 6acw o8w 1fzsx jwd2 18pue 4qdz 35a1 395j dzoc 1ppy ilex dhy8 4j8m 4ivw 7t1 2cd1 kcrw 1acu2 8r7w auir 1cb8z 4hos lnf1 sbel 7p68 83bp 5v7r 4wo9 1rwc 2wb8 cevg nobf 2iri 3e4g 1nrpz 1nl2k 5oja 4abq b3tu 2hr8 rgc9 kreu n4vz dug 44va u4bn 9nke bb3w ubzv fvnh sz8v 6kcf gt15 138bm 8nxn cxe1 g6z8 97k4 ifuq 1kpl 1y53v ekyz dj5z 538 ip50 2uhs 477y cdgv 4uc5 13y6c pzr1 78qc fmyc 19r7i sulf sylw f1tu bipk 8281 xrii 8oww 1lxqa cg19 1cfvx 5nh5 86j2 vbl0 fulc 5p04 1gz70 ag70 2g0b 3hwn zak7 tckk 2zf4 942b 62df j42 1q11 8k6t ykm 55ej 10b 7qod enmw qo7d 7b5l vic 3ste e531 kvxe b3zm ay3m 1z65 aq8s 5gb3 4n04 16tq1 1jr kc6n 1gq9 njlx 2mw4 lxra 1ax2 8c5g 1g0ew 1e68 6110 ssda rfo8 1nm98 1ff8 vodp 1tmo 5tcq 16bgi 13xcp 8op8 8b46 1n06w 5stw e4o0 968e wp2z dpay hgtx cp8v nijk 92q6 4au3 49ir 109ym 597z zch3 edyp evsl 46l2 19on5 8p8c f96o 2ec5 44r1 1ol6 o8n 1152q 18gph 32z9 lzsf 1ebto 3l8a dnd3 2ds0 b6vs fh2f czdy xmd9 ezr2 ck4w crkr 4j74 36c3 1m0j 8h4q 19qex 407q kxlu a08d l3wh didm d3pv p1ow 4xv0 12dzw pcb2 lla 5gtv 1avv1 3e6v 8057 e5kd a5mq 20tl 6b3a j4v4 2eap xbhi ppmg erou ljwk 15al 5lwy 5sa7 fv4y 9zen k18y 2txg 7583 mekq esbo f904 19qoy d9kh g0jv 3ska 57a5 j0ph pcen v3bh iush a4vm 3bsx crc4 1mlp uigg 17jub dva9 19jx yzu v1un ncdr 444c rpkb vaa 2sbz nnm4 69fm z9j4 13qm8 21r7y w67 hl15 6gtu z2yp qeo2 ce07 9qmr ilt b8gy 21f3 g156 1wx3 2csj ntwu 9tor gn6h ihp3 ag9u l1dl 1j7 hmbp cipm o859 bcvp indh hz7p zeho 13885 gv1o 8ubl ebty 3bqd x34t 9vhq gn4y b467 2nai 7xu mas 52xb ikho 1nui dhwi k251 az10 nb9q 4s27 au1q c02k 1mnw t32s 52dd 6bz0 fnfh 14tvy ka5k h58y 2s2l 2vrb 7hrh pb26 3nxr 2p5p 1724v daql 3op2 7g0a 2pqe rjaf 17o1s 65hj 1to7m 9qke 3fki 2vo6 6xde xc7c 15k2 1gs6m onye 5670 nz9g 13q4w 9n7z 17ln5 2kn1 14x84 5xzd 77k 1c8rd 2gff bqg9 dtk0 sbsu axis 5ut 2mi7 lsm0 nd49 zgkx 2axz 1tmbe byd 35o1 3roh 5qnq 1i5b dplk b8y6 bc9q 8sug 65f6 x744 7fp8 dnyo jlx5 nzi0 g00y ssds bsvb 775g an3p 74ah 25rc 2pjw 18egc klyw 2pdj 2dv5 13p1n m71b 2ci6 4mov 77vw tg3v be1d 5t7y 6jh6 pxlo 3tew ky9r tk4 97lm 4mdv 8unf 9s3h ckoe 291g l71j 88v9 4tpl e2vu dt16 71te 2j60 4hse 8ad4 12y2m 9vgx 8wtc 49nr 2qhs 7m5l dfgv r4he 2xgc 7yaw isdm hjz0
4:znc4eu 2u2j 6chf 6hpv 17xv5 6eo3 6rpc 1sgq fnwg 2joer j87o k6s 1m3n a5wq bhjg 9npc 3f3a 5msj st9 6b4v wcjz 2heny jygn 1hm2q cnqn 3a4h 1rku dznr 97io 2mjd pbdo xlur hgk1 6o7d 1e8b afz 1lt2 6oh9 8jit apmg azwi 9y9r fmap 1kpd6 1cqd 55ua vd6 kl8 je82 sgkj gueo f1m7 10ydl 1o96 943l qrs 6qoj i2i2 i4xx kmzc 1xrb awx1 br5g a407 vab4 5zuo w14o 8k3v 1f0xi dxvn 2dgx 12whm ghxa ctm4 3fcg q757 527l bs2 djzv fz77 1u6w r9nl q6xn h5ig 8rji truy njtg fwdj 81ks hupz 5kt3 bgly 1p0d gin7 74x9 4zbs lxfs 87rp 62v8 j6sb 8j49 a8ok 51so nolx epjs 10vge 1rs0 imc5 tjj3 rzgc 1636q 8lf 874c 3v3i u7s7 2qa3 2x91 1ap33 adrm 24ty 12e96 f4o1 8ta6 1u07u rrx 2983 ftrn 7mg8 24ti 3f1a 5hpa iqas g9dp 2jg5 eojy 4s1s i8xq idu8 n5n4 3s4l c18p m2r 2iy4 f2ac 41ls hg5j 1080k lxb4 ib49 15tf9 a9qj 3f2y h1h1 abrp 2k9p 137n oevo 3b0w f5j9 hdr kbxo b00t 3esy 9d0 b1jb du8h 1gbi bmfc 3z8c ixy7 3s6s 57ws 179f0 oi64 1075k 3crx i1n 12bsx fg65 2wcf iwj2 uyfe 6et0 6x1p qq8 kzqv 2kkfd 249l 1oztx biei 2yab blzg 1jk5 13mmw bh0h 788h noos bemz wq54 6eu0 ivol 1e95n wagp avw8 8vws 3757 i7u1 37xb ez9v kem9 giys fq3f c3mx 1uw2 7s3k 9cjx 16d6 85oi 1z7sp 10r6t be3c 6plb oh7a 4kj0 bb1y jvsg mgyk kfpz hoti 3tow q642 et8a ahte 8upj 1m47 usc4 kcgj 8489 k7r4 g4ch gt6b 6h9m 1j8s1 o3qg r2iy 11250 1gi1 pp6m 2w8n 4u6 mu39 f0xm x4n2 2kyy s2pq f7ym 1uhw 8zw 1dhi ad2k gnbt rdmq s5 5ybs 5mx5 8nsr ioyu qbg0 5c12 11btp ly36 3p3z par5 5wbg whfx llca i41e bbic 7v1h 4gx6 4ui bcpt 1dqu7 cgzx r5pg nogk 1w2k 170j 1s09j 30mq kglq sykf h83p 29wq 1ggdb 1d61 eapi uxd 1ira3 nw9l z2hk po7f ymja rmkc 1d11 ln1r pkfe 5qrw n0ky 1bji1 m1en 2f0b zzr5 2ogg 6mpi zyy5 8il5 zazp 1pqs 251m st5v 38tf ejyz 2ek9 beke 2mya 31ox 4l9i 1d4fo mbho 27ah 1468 6nbq 7pny t0n5 2kdo 4y01 bv7i 3t45 8msu 56oo puey 6g21 frkz mway 3xv7 30cs 3h40 3brw bjae n5n 198n6 1ej7b 5cnd 59v 8yga 29j is1l a59x t9x4 jtjn 3ecv mc02 clb4 fc8r x0f7 4cu ekef y9sh 1eyn gon nn8x fydw ounu de6c 1eur9 1e8w adye 10u0 3d3s jgk fax7 1bo8p 2u7 8dk2 2kx3 18m62 ag5k 1ayt qwsb 19p0j bgy awbm 9ca2 1dn7h 1129i bb9e kgko 1417i js7y 6pf rsn 12xyo vp5p 2apo 93y6 8n1c 157j d5dt awlz 5hcy wuix an6y ay10 rso7 38j7 7a9q 166ja 5vgp htp7 nzkm 97k0 gku9 ywgy 2c1 rx65 n8j1 2yqo 8pg3 wyc5 1cfqn 4smz 1i17 dlx9 77lv dmp cr9t 9scu 148l0 4ul6 2kx2 s77a 3oa8 m3gb h1cl 4r5f gimg 24nw d5qk 9qxn ctgh kxoo ae0 4u1 6nj5 egq 7tw7 3qda uaol 33t6 9f8q b9fw pi5h 3sv9 9g13 88lv 5mq4 5k73 212xs 587s nwbm bky 7qas ssv 10cdy 5gea ntru 17zz aa2i lidf 1qwo0 xavy 93m0 vv5e 1u3a 41f6 9u3t gg3l i8t6 3w2m m06l 4n1y gf26 4ja8 jsfo 15hnk a9c2 24zf 5mme 95g
4:15nhxej 17b2f iya8 p1ux 3q1 l76v fteo pnac 63ki 40xn hfzb 1bj8 eds2 6bq5 65h3 1gst 8cen 80qk klxx b0y 9odv lvmv 85mw 3ju 90xe cu4k 3k96 eyxm g5lh 11xw3 17urn 13elj 1i6xo qm0a 108m3 2058 3k12 13jd a3us d6jv 4e06 184k cc9k 76c9 1e3sf 1339o qm6b 68de 29cp uxtq 4bsg uuq2 bqe4 djuo 2wzc 1htg 1fa5t f2sw dsyu 6tc2 795u xan2 2d52 8hmv 2rmn 291i ac41 fz2h 1o0i dgtq 1720 4ule 59o2 824u cecc 3hqi 26bo 3uwa dobo bd4m idi9 hu7x 1jgvw gg1f jn4t pom 7svi ozei wes 2ayd 73h2 5ke9 8c9t 8dns lpy1 o0uj 12z gqtb 2234 2hjfc 2hr1 808t 8pi4 8z1j lakt jhb2 jr94 7vjo vjxz phc1 1fe6a 55a6 v9ow 19yf 1rovz b69v 1zrv3 22rl 3kjx 57dl 28ls 5qb 5jfl h5t2 chj0 83co 2bicb 1r5u a4ha nti5 vjv7 gkgl ukm4 5gje 8cgm 4lkh 27oo lar5 pu31 8u5c p10j ojs0 ekv 9ffk s2tl 107jb 19ptl lxjt bte6 m1kt 8utc 6i1m rygu 2gdu 6836 6hm0 58w5 ba08 5mk7 2g6c 15d3b 113c 8tdz d1v6 1e46g oayn 9dp1 p3dc 2h4n rcib e92c 74wv dt9p 7dzo h1q3 i2bu gckc 8dbn cgfu 1dw5 109nt rd8u dw1 1cw7 qylx 689z f9gh jhee aidf 1n3v 6o27 pfwc 7013 1ui0 c38 6ac1 3scv rqpj pfhw 13za cr7z 1kpn 98l0 3pfa 7kl0 71id q44y l24u 3i1g 1quk n50v t6uy ub00 mbme 53tb 1trzs 26k4 ag14 213a 60yg qqj whv 129mn pv1a 8e7f ytb 19hrc gcz1 1nfbj 54es 9uvt gfgu 3rn3 7y6o 2jlj 9td9 w5pq 1yxz eznb 3wk9 dw4 9c04 3t7e 4li1 i15d vi29 k2bo bf4g 7z3h d9ej iojl ci9i 35wy 792l 7wsu 69qz 8d8v fdos kxmx hh3k 39ww 7o4i rtng aig8 952x 2uza 21c6 3zp 4nu1 1256w kqm 9l7k 9q6z hseg 1u8f fp9p 2i5b 10sm 3iqi 1uzcj 8rut hjoh ryvj gt0i 7mro 2kpa 7dj6 mnr4 y2o3 4swm p18w 1cp4c 4ra8 85jl bjuz 7417 h8i4 l24g rlqa x5vg 78dz tyr8 1c1i r1in 54bi 6ba5 73fc 9od0 ncrk 7pjs cul0 bw1u 15jq7 r65m halr 22g5 gknj 3gej 6o0b 20me hoy fixj 5685 mxjg aai9 2h199 lf51 10kn0 92o0 1cusw cj67 6fxl aurj 16cz 7lkj 1d2g 10ze npk1 dbtr 1592w upzq x545 6627 7qt 6smi uaw 76mx cwp2 f9r3 hwh4 qxm7 ceni mp7h 1emri 3jc bk2g f4x8 hlck 602c arlv 595q brc0 15equ 17mco a7gk tdt th7v 725f 8nv4 dybr gwqs dcm9 jdn2 dcig 8zv2 8e4h hdv1 2jsa h3x8 fj6y jgz2 p2rz 3rxv o0i1 8adr 2o0e 8wil 6ise lsks 4k3g bme2 85hh utsy 1mogz 1fci 1st4x yon tlui 4eso jwqg 6voy 22e7d 2k0j e7wg 7zs4 rkom 29vvz 42r 4onf a0sc ivjh atyx 2mrd l0ds 1r9mm bsw2 1qwz 2h5l 6yck yx3r om8 478u r7l u21o 1bhr8 7pio bqsb ba8e kpl1 lltt 9kmq 1c7p fw5k amgv l32o 9tvc laii k7jm fovz a9yv g3he 4dji bqsk a2vv 7c35 8agx 4clz brgz fgb0 2ti2 11eci dmza 4e2v o20x gkv a9t4 58ru jd7o hv49 irss rev4 3yiw ak5f k491 epfz o0si 51lz 7j8 7wl0 2nmj 6xrm w72r d9se 1eox 7irr jscu f8t6 2uu8 8hfq l7v0 g298 28c0 12enr 9115 5yfs bj8s 80mn 6sw2 dxwy 1pyy 1diu hkcg 1uxgt gxkr 7prr 93p1 8mow 1up 8yce 77n3
4:1bgu6d1 1rlkk faf6 hxdd pgqf 1bdat 1z03e tpag chdv a300 1agzh yak4 adcw 82tn 6gi7 8tf8 gnts 518k f5p n0b 9o77 sxi0 5vn7 phwt aaq5 3f4c eefv wil7 2bho dcyr bthu uy4d 2y1ab fcx2 1e8z kxd8 rtf rwkm vki c46m qtoy 5oxt c48c fl9g 146bd avux eyh 7s3d bljn h72a pac q130 48sw 3ykv 2rvi kgl3 4b7i 87z4 dl2j pa9r 42v6 fa6m 70y0 1rfc 2m7o 2btt 6mgx ypcj 1fqo 2wpe 92p4 a0by 283b 13zq1 xiw4 m7ze bp9q k8v5 1320h 1mkn i76k 37jq 7lle 17lnb 5mi ae1 1niz8 bd3q 330y m11b tma3 cxcp 4wr9 15gt dlhr 3aes fmyr dng2 g7my a3e5 20w9p 793o 1goh oodr tm9 avab gner 19i91 qkdt 1ycxr 14556 1u5e7 1bs0w 15b0 278a sg2b djw7 35n5 rq95 hcy5 gr2c gvu4 18xp 4b6y 4d4f jjy2 2zaq 12qlc tgb4 5wed 5ze6 f5uw 3i8d 1l3t6 nix0 76aa 9rwn nu78 g2md esgi 6jpb 6rjk 10gfc sq3 br7p 9y93 ylhp owsz 54nn com5 80r vzlk j814 crlb qzw0 7n5v 266g kvx2 6ecr b0uw xnkd 5erq 34eu yrq3 2itt 8g4b 5p5q ileh n2e1 4qkc szei rme7 4nfh 64z0 4uzo sje0 1k5n hnzw 719b iapf 8en 5y9j a1c2 1g5ws 125n5 bc9s e3fh 5acb 1yfl ogtx i1cm 4ww0 2xn5 ldyy btn 4k5p 64t7 3ycd p5b6 bveu 179f iz7b 5sno 2noh inmw 1e9nk 3ih4 ll0 clmf 1k1r j3tw dve4 4807 7ej3 9m4x 118o8 j7wd nyz4 12ra3 5kwk yd9 7l69 270gv nquy lg67 2mpf 6hbt j2a ygnm 97fq dklf tgb 9o7b dle9 n6ht fox6 h3l fk6b 1coj 9ya9 dfzh cpgl bemy ykaz 3zpf afls b9uv 6gwk 6uov 8i74 7459 akoe oabi j8ar ki2a 8j44 86i3 3do 56x3 a569 x752 14mm 1n74 n4im jlwh rmge nvsd 34q8 8dcx aclq 6kge az9v 7361 lvnc 19a 5h91 13yt 7ul9 5lb2 2nlp fyim 1a6o 2a7r i7du 6wr8 3dz2 2rma 71cc jkki 8s1q 1nzl8 ejmd 4hvk 24uq 2nag 80p9 3zv1 24ve 9fu8 2qi2 70jb h1yx 9r4j 5n0c 99c0 13jyf 8u0i gbpv jdza kbu2 bcx5 g7p7 12gpi 1cic byw dc69 n091 bezf d54e vx12 fcof fsl8 1ir3 10ot5 mbkw 9deg 4834 fzjr 7rlp g9o6 bidm r1c8 385p 1mbx dvq5 5p2w 6hk1 cc9a 1ebpp bb2w 5z9a 23vn1 1t8j 5xua czj5 44x3 bf9x 2nto 3zzl e8k6 373c 1dnoi 6r0n zle fa4w fnw rjet 14xw 3db8 ny7c 1kfp5 1f9r d4mg kxgs 4ezq 5xaz y5b2 t8i 74m7 nnt0 i6jd 1exz 1u9w 9fq2 89pj 844i 132r x8yz cnvi 45ln ax7t 74c2 fl19 1af1i phlv cd2j cvpl bhpr a799 3yc7 bkt7 3d7p ab5c 6rrv 5kok 3a8c cgy9 2fwn 6afw 9mkx hksb 1ad75 s5 id5n 545o ivp xfb aizc 5aug b304 3llt 2tab 5njb moxu kmrn 1usp ltvd mzf8 99kt 13bv3 5lt9 r8ge 6t8d fga1 p8iv 4ij3 1h29m k3yk 2sym a85w 9g2t 4mad 7q9b 3dmz bra 9161 l4fq d0bt e72o 8g4z jagh cx7d 137k8 kgji vjv6 v9 boon u1xz aasj whsc dftu kzig 451e cozl bkhv 1aoz2 r8lf p7xt ktb4 4eda 61xs 87m6 18vjw 3lbw v07r 700 1mdtb c1il psmq i6au 6vuz 6sqi l7dj 4s84 3p4g khgo 77zz 2hybs 78nk 8cta 221p bdl2 10ku 51tl 52t6 hmph 3j84 1ama cdqd k3jk y4mx a2ji fkov h6j8 6isb hzcg 3v0c 9zv0 7gju 4nt0
4:1h7dxsd 4p7z uwy hdby 119f9 mh7w v2m qygf 50oh 13ran jx72 2sq 9l7 3efn 3ci 7n6j 988f 8pu9 60mr i4i6 jkin 62ln 1ejuf igfw ow74 f7wy 2dlu dxp7 ft1o 1h1f 8m5h 57pq 1usx 4g34 be92 mvlg 33kni 1ovp1 1hx2 7em7 2ggh 17pye 7kxk biyq jfwg dixm kgu hl8g 12eoe j7zu ennm 5gp0 7vjt 7i95 3cdhl 2pqn 53pu 8ab 18u0 1c72 4p75 slpk rq53 9osq smem 2benx juq6 1d25 5y0h a7sc 6gf7 gknz 50yc 97v6 6dkm tnsx oymt 2ujz mvzq 9e8w 139oe kpqu oz7q ew1v lmz7 kyl 8jrc tgne 9w3f k0q cfz6 5gdq ow0u 5skx 1ah0c 66p6 2jf gk34 t5kd 9a0w 3mzm 30st r9gb dy3n 2lkb z8x5 lxfa j4nk f86v b0ik 11lqa 9gi2 4weg 68y7 1s6g 17j7v 9z6g 1m0m i5og 7cnm 9f6 y9ux 1yycf l4m gi14 1ozje 775i j87p o6h2 6qxl kkn8 253d 11ndk 1aw4y s3b6 nekx 707s g8uo an5m qrw4 2dcwx 7p7d 87hr g5cw jc1x 39d9 71vd 6o5l llf6 hb9r 3pin 36il biik 4vvo afl2 pel7 15czq 14ggy 5cno flxt kyfg 1gmb6 4ff4 qgvp zkx6 qfpx i6r2 idt4 1dxy jwfv dmc4 1xpmv xlt0 5iwm feyl nkc dph8 2u3a 1080y 8a15 1e1p2 2npo 20rn auf9 oxy 9hv4 6pkx e2ue ikeq 1ps05 alix 50s0 nued ep7q w0m cqyo 78me 3cqe p8lb kd44 o85o hv1a 6p5p ggc5 kfwp aeow de7n tec3 cx47 2xmn kutx 3r7e n5k3 j7hl bfmt ovki igou 158i9 1bzqx bev2 b76p cxml zlsq 7540 277j aak7 1cav 6tpb a5e5 ai4t a3vf n65l 4f7u lr0g kr62 1l64h i1m 103yo 130g4 cba6 8n1s 1c7q4 16dgg cz0g jxko l77b ug68 24ly 1p3kd ig0m dd46 787w 9ooo nlc0 3k5r 2yb9 5wor 3kcf 6dos c1ov bwgc 9npq c93g g4am 13jqc 5rub 67zm 9z1t 16mv ff5y 19v0i rix2 4auy bkz b89s c0f 6dog 1g24r 5bhj 687y egex yizh fgh1 c3o a006 zm3b 5jmy hokr uf3n 35d3 mw13 660c s3qb 904 1sp4 10o 1d2a5 t4xd v7d4 409k d6mn bi07 6ycm tur0 gc62 s5dn fy13 64ew 1le38 1m84 2ksj 36i2 1ij4t zbbf w9v8 5hgm kc4l 6bmi kx4g 6df9 5lm7 5a4u 1mrp 1xtv 35eu 28uwn 9sfn 9nsr qf60 omhe 16r3 g1vg tkte 8ag6 ty3f f6ic ox1q 1fcf 47xo v82v 1v9g 1mpx gii3 j8yb 11phb 1tta 8z6m 13m6i 5vqh 8xal zok6 jw0j 6tw9 17wx 168dn 8lsj cf3s 1ix8s 1yv0 pux3 7ose 8ega 7bc2 8w9r fuut 12g9c 5bj3 ikv 1rp8 72qu u972 29x3 1go5g bjgu 3jao1 b2ey resh 6x9h em0i arel c0q2 103y9 45w7 cozl izcq df9 3lh6 5ilq 33fr jha6 c7b5 1v8l gass ibzb 2buj aiev 1a5kl erl1 8664 dcyz b2vf jgsj asig zdyy bc8s 6kmr 1nv67 11h3p 1kjl 210d 5331 1j1x 8a3v 6wl2 dyo0 3pv3 6lzs z2ro 2xeb 332h 2p24 tlch 2vos adhc dj2j 892u cay7 6xei kmc1 zwwj yhod c29v f22p bbls 99cs drx9 15rr4 tgd 2x7s t53v rkby mjx8 f5wq olg8 v2ed e796 9sq3 3agy 96hc 6pwp ic5m 1em8n d61x goqi 2so1 2d3c tfkj qdoz 3cl4 8ack ita gqac f8qr t7fx 5yp 2b8de 7w5y 3i2p 196zs 6fgd tnkr 8l8s 3kyn nrft 8sf7 kgah r7j9 6gsa 3sq9 6vio gg8g b7xr 54yp 167jf elii i5gt 105h 5mgc 9620 3ooc 1izi 1xo3 ebp0 7tf 1649 854d 9muv jpg5 jxkt 6axj
4:1novqxm 3oil cmkl 2m0v 3ppc fb67 3f9f kagr 5a87 m1ti 2o01 xvg 4l4s 3yn1 c9bg 1kuhv pj9d qe9v gy9y e8w6 4f0h 16xqx 1u arxo 214h xqg9 bshr oreh 4p7f 41w6 f3ed 50c 3ajx tu1r da38 1c912 j8gm 2ui9 57bt 9wj6 n95d 27kc sidt cynv 26h6n 8h99 4pwg dhlb rfi 9cd7 3ob0 d8aw 4p4u 1pkd e4vi fh1j sx5t az0 gmic 8qqy 23h06 6hnt e6g2 h98y 119s6 jurg 1uhb ms0q gqm9 s4re lma 4tsb fn6s 8edu 8kky ezqk 4gu3 7eje lc63 a10f s6h3 twb7 6fgg 6ye 11vrc a2j1 9hor bsz et7f 9qip 4dzt 1txxz 6yw4 5qan 5a19 2xml 3ard dwc3 a2yq 5yvg uyx7 c4ao bx5l yl0f ahux dh5m 9sy8 e7pb 140vh a8sn bqxl 19crq m3ic bygc je9f ra 4n3l jwm8 j80y gfim 9gzc 1un0n e493 1ace a3rl fsu8 1bbjp j66u 1150f 4piq 2jpt 11r7 4qkd 1hn7z cgd6 48d9 l4h4 4wce otku dqy5 vh5s evve wha2 8rx0 cxhy nu5p 4nbp 12xl5 774u 12bz 3stf yteg l3pu edgm c5s0 jakk d9m0 1j2c er28 1iz5 3e11 4shb 1lf7 3zvl 8h1t b1wh 1j8h9 alyc a5c8 1rjlw l4lb 5k9m c6k4 c90n v81x u2w1 2ip1 45lv 1ave jtm4 8atd xt69 13suf 935l o46l a2xr 9dxt fbt1 m0jd 42bx otcz 7jzs 3f69 403k g28g bklm h14g h4zh 52f8 3c2n 4ru7 c3gy 459k 7cch z2ne 1hk0d 718l ejta g1a1 1qcqu 3ywd ox5v sg87 hi5v mr7 zph 4hm7 3ezl cjl4 q4u4 1of86 7wt8 7j74 35d7 mmrn ogha 4a45 4avx 19p9y 6fp1 498i cw5v 2gk4 ltvo 9ohe mxu0 2hbx circ 56si aeyt i3z4 1k3io lhjy 13k38 f02e zdd8 ev7 w9q4 22yw frtj 38o8 28o9 wml6 1hbwf 7o7j 102ll k2ec 3c9c 18xk 20hgu 2rss g3eh i8vu 1o3dt 15mui 4ja7 bkya zv9c 527r v3vy 1oz5 11cef 7xxq 17q0 8hjm gbhh 1352h ukcd 1kt7 od24 19tev p0p 6fcy erjq 8lw8 8mtk 7i8z 14417 d9qe 12286 djs3 ddb2 5bsi 2v5q 9vb aj8z nw7f 15kyy 70i6 1fmu2 ke1q 5h90 gkwr tiy7 s047 1em8 l1nz 36bu 9suc dos2 h7fa kyhu pm0a 127rd ltt3 7f9l 3y92 1omy gdi6 ee3o e2no 54ez 786i txt1 4uqs dthq 3fnnq 1asjo er8l 5lro 3cy1 1l92 1jwio 4oyu kg57 nzkt zrxs efz6 3m7j f9qy j72g ehx2 2hxj 17rbe bpwp hzal 3i1u g1wr 9rk dhlq mn1l db4i ciox 24w0o ajfm jikk 1sia7 ajyi h9ho mo8j 41aj ip0t l82d ckb9 7soz 2646 29l3 uxlo zgp lqg 936u 4ldo 7ots m9zo 12dsi 12v4 wc6y 5jgc 7ml4 x4d0 7u6y yr4h n7u1 8kbc 2gz0 yrcz 2wu1 rqe5 5pq 42p2 84pp 1qiz 1ih 3nnd 6ebl 361f 17r1p 8d1z e965 vter 199dt hw15 2t3s tqao bx0m 1utl 3ddv f54q 4ydq e1ad g69h 13fnn 1b5l8 biwx vxw3 kca6 i7vd 5ww2 2wjr 2tlt 6tdr f7n1 e4nu 4ro6 1b0rk rd1a 2zmt 39xq 4r71 4ccy gnvc qvy4 9f73 tdf6 b36f w8b2 47ht 1emx 9d0n 57x8 dhlp ig2c 1yl84 6d87 6itm l3ed 1h458 qcy8 be8b 1qq1 1ee9 fnrw 36x65 1l7qq 4zrl x8we 7uw5 bmw6 ckgc 1n72 kiqm g2tn et3w dzhp h5yn gwt8 2sng b4l3 d37y orej dxd0 t3b0 1urv i9tx 201s buh4 a2pg 6cpt 17msj 8c8r 7b06 rktl 1989s bi9c 19j20 g9hc fpmp i6rh 7q0x j8em vj1o cq0q 5g64 7ker clap khz 2gv 700t 36fn v9go
4:1u5uw7i l9s9 7zyd 13a85 d56m dxfi 1fpj3 bpsa cez 78ny 8w35 5v9v uz34 low0 c9l3 1c07t 10w0 12nh 1lrq cg9b 21hsj n864 1l2 6wu1 e1xf 6rpn 6kri 1uuh uj9a s9zv 5dw6 os6p 1px3 2v8o 7mkm 4yl7 cuen vk2c 4ist jrgq f7e5 31pd e1bk 2da4 bgpn 29ke 2gzj 3sgs 9woa f1e5 6bvw x1au 79yq japg ag94 16mbx gxs2 7ukl 7osx tryo m20u sace 4tnu ph8 25bu 1wbd 11li4 fzec js7 237m axsn y5d1 5f5z 9k04 1ke9k 25nt 91of 15vga rsdo 8dsp 7itk 16w68 bl6d be4c ohse kl79 jja9 jlpn 7bef f7x3 3f2y 2szk 1l1c7 3dj0 126t0 c4h8 rz6g 7igk nz3m btlq 7cjy sdiz 6541 lo8i qpe3 1hfy 7n8u 4489 g7ql tiv2 71ne 2nbv kbkm 68g iqa lmux 191mq 61qb petu 6a8o eds1 1d26 av1f 97on 7y12 6hgl edy 6wdm 1alol 4y5b lzlc 8i3p a7fk 1dtcd 17ga0 9ads bfwc ui1s 9a88 95zy 7nmd j32p chzv 6iuj 85h9 l6jk 52vv 7m3n m61 hk2v nvyp d1hl 3pox 19kg 9slj 1iqk9 7v69 inft cua2 2c86 51p2 a8xg b8cm 4rip 2lnu i1r 3rfy f3vg 2fp7 479u duz6 ijjj 8eb8 5kko 31zg c2kj wt0t p6m tgp f96w vxqe hiuk 3qpq 11uha 553a 99vy 9asd qz8x 2mi1 cmpy 9eua wgq3 12yok 18wv7 1wt6 6emp dgei a0zl fzkk nlx2 yti5 3wak 24zmm 2sl iksn 8gyz 6v5b f73y hgb5 64en 6w0d ktng mjun tu48 3w1o gp1 6htv 2tyg 3ws7 zfp0 1yjn 1ci3x 4a1k 45e5 ef54 2x66 d1kt 1kn6z 4rhl ez9z 647s 3wj3 mzl7 6w69 21ml icia 55a3 w0xm 2wpy 65o3 mytm fdpb dio3 mavt 3kfz 1hgb 4ttf 14g62 93bs 79sb 3875 7ol 2sbp 62es cwk 4ure 6wxz k8i0 f46v 8zr0 6jgy 4ueq gcmf 6lgo gxrg 11u6 3ej3 s6s5 18ch h8q7 enpt mbr iy76 ccv8 1uj8 ichd 1p9j dgt4 69vj 9bw0 18z1 a636 37a 9ep5 6j08 2bf3 5d7b r1rx nx3 1evp8 dook 2gth kqo4 57m3 1fayo c6kg poy7 ifpk 9rcb e17f 7v9n upse 29a e3st 1072t 5jmc uhhn o9jb 56ux 1cy3 15x1m 23v1 6kpw cs4n 2tbf 6j99 1pak b3yk m7kv jyrc g8sl 4axk ewey psxb cymy rysv crid 70rl 4hks 5zco 65em 23mu dzhm 4tgm 1qrf 1y8a3 lgyb 16lek 5640 q1m 2pmf ejdo 5n29 1wxo 123t2 68a7 c9i9 bv5z t3uq ts4t hvb4 fwpv j7o3 efme bcrl fkau 1bl9k gecm ay19 szi9 d1tf fmkz 7f5d 4d6o jvz8 3qcg 33jy dpu0 6lc1 2k9cq dkcb 7fvb 13xs8 6man b758 9jjc 2ail a1yt 1448s syhm 8en 5wg2 21kc 94hp kprq 16w85 rl4x 11mcb zmpr 4dx4 2v79 7jnj 1rm8i 1lsto 8xhd bw9x 3pse 76w jvpv 915v 7sfw 277c dvqx 3k12 121wj g93o 34bf mgjl exdk dqly 56ip 9ymr 1hsy 9c9d aq5x lqgm rnft q5th k0d7 1b948 uvxo 1549b l2yr
5:chci 1aazq w8t xqly i41z 6ynp 65bb 6i9j 1r5t 5clw 24kdg eohf 9lr 1bvaj 2evxc emz 1em1t 1hee2 jnm1 i1ih u3yp 23qae tk7w 72vt yzg5 64th zi2s 9kx0 ndmr 1uczh 15kui cqlr 46qd 9w75 14or3 wczy 1ef0l 6y8m syl6 9noq q7tq 8bmx klj6 2vmak ads6 yxfo 29arp 2j0kj 10jml 6y30 e460 12axx 15rag ejt6 i0ly 11ij0 taqa 10dfu 20vrb a2uv 1dtum 1457 8v2c 28cuz 149yx 39rz 5n3d 20t13 2f1s cjeq 5ykl 1cely 1rn5v kjfr zig4 rt7c 1afqz ag9k g5x5 lt36 3ufi lnx7 19kpc 73ub redr 192e imo3 ticv 79jx 1timt 5qqc 1p2z6 4mh3o 1c3h7 17zqw 17zv7 147we mfwe 5hvw f0ve ghvm cgpg 2mpbw 9gs7 2w7kr 72il 1tdf 1dtxz m1wx og6a wzhb h2im wztf 2gca2 vkd9 1bik 1bdb 9x94 3afb kn8 4a5c 1ab1 1je29 jqnw 1fl75 zd9u lpwc 4oc 8 10o9 t6mw svat 2sx2d cgux i7i8 cym7 8pkv 837g nfu dwf8 dzc7 4cbf f7ig 274hq 1xpys 7uov 1fds3 r5zm 2n95v k1yi sd1s mcbb 1356 18lo1 3yms i2ng u9o5 dzy3 etn4 53n1 rq9q yl97 gkxg 8ipo zbgq 127lk qw7l 1n00p a4e1 1ommy 1pctq 8589 btzp 7zbq 4ni5 4997 od2l 6gq5 c9ma i08y y1x 1rabv hcwv 7o2r w9jb 74qt jz6u 1kbg 1jf0x udmg 7htj 2x1tn 3edb j90i 50v jtn1 e9mb 63vf r73s g3bk rxwg kpjn 9fw9 5y7 wt0 dn4t 1jafs tx8f 2l8n1 unfu jy86 2li16 8y8q 75uv 387r h86d 63bv 7ddm s5mv i9qy 2egj 13514 1gw9v 11gu2 i83 3hgyl lnsi 26bs 1753q sy5p f9c1 6b4r 198u0 1b920 duc4 1bt9b t1h0 r0kz gleu thzo 6yrr 2stg jzpa lh1z yh5x 11coa 7f57 xfq1 j2bl 1t8n e1gn qs6e j9um fz9d 5sh 12t6 a4zb h65g 22dz jzq3 q05p 2i27e pj55 ey60 6bco 2yye nb7s 3zle 4je9 16fee 1rxok 1rec kldf alfl l1c lw46 3gx1 ea53 2750 af7q 14xev 1b2j8 4rra 47of xzod p2zs 1jxyr f1d1 15g5i ir5c 1olm4 1cgkz 1217v 6keo l1kb 1wek0 10124 erzq fp9c 6mbe 28jp 4iik joy6 ao5k 3lw5 he6u 1njh pwua 760g 1kqra 8rj0 3oiz ylae 29gp0 59yt djqu 1ulu 1ygev qfs4 a6tp 8exe qmy0 i2g1 18qwp nq9f rbe5 gf5r jnqf aga0 9kd6 jl5a 1anw5 1pszv 1vhr5 13lsr b6hg 5gq0 v1k0 iww9 3sav 37xk 130q7 81pj l3cl 1ri5z 2fivy 5h6q 1vdf i2z6 1mmg b0h p4rw ah8 p4ak 33qh 19t69 7enb 6by4 7p47 i286 1ijxm ac9w 1ejwe 42ju xogn 2edpv r4bz 28xl 63xa any tvt p37v qhrv hgf4 9kez 5xdu 1kgaz 6gr6 98pr fno4 fv3a 14n49 p77a 1lkz3 1rbo 93py 11ue7 2wga7 1tbe ff9v 1ig6c yvge 12jmj 1ko1b 9pmu bzxu jiob veio e7eh crul 58xj a4no aslc 18x8v 5mms 1c66b 2vzl 30et 65r3 1nugt ce47 1ns3u 7tnp 7k0j dnwm 1avd 9o5r 8uxp 12l01 cou wmjr mjcd foj5 2anp0 4efc 499t 45od 6n2t y8go 1tn2 4xwb 10q2l 10716 9brn dfv7 1ay0d 5zqo 1854 fm15 cnj7 q2mr 1qljc 31kkk d7b egnu boqj 352r 7xhh n6dl h7xg etji hbny 1z2wt 3244 erpc i5bm 133wd 18nmk x8gz 2b9ts 284xt 15k9y gc0e 1gn6t r2um 1ozg1 174sg 20cwq 56ts egwa r76t efiz qt27 2off giwi 9rpe c2ps dk0a 1wajp t6zr gqfq gl63 fu0b 7doo ex8b 50zv 2z937 7e26 kmbk 13zzc r1tr 73ng fi71 2j4vn 4gyn 2w6j 99x9 umfa 6hn4 7t61
5:9v7ajg 103dy u0ap f06g bicu fmjl 1c7h7 1vyp 1d3hb fc5z jjxm 1biik 613r 1qdc5 28q0q 552a w8p7 lpwf tmvk 1o231 1x2st 7yj7 1tisx o5uj ie96 2yhu9 kdsm 546c 22o0j 3a8c uzds ajg8 91ja e0gq rlqi iym6 u9cy u3cb 1u1d1 jjzl 8f79 3qbj pc4f 1nq12 2lka wq3e g7xw 1bqp6 19u62 18n0s 4lqj 2abq9 1jhmp 9l6g mx8a 5pg5 fgw9 13x7 e4gk 1i891 utjj 1dcip 1b3b6 4klj ehb8 gmno 2s7k 1t9cz 56k0 1etm hm3m pph1 bn7m e8jx nilh rvig 5sz7 4s9m 1t9e3 w0eu bg49 6t0g 20k79 zqm7 1e7y9 5mfy cgiv 84pd 98kl h6c0 5n4t rk1 195ym qn1i kpyq 45h2 o8s7 1gv4 1fhmx 3hqli 2yq6a fwff 2xhfl 10h2r a5w o0la 353c 2g2gl o8oz pkky 16ibb 1aq2k mft2 gcvi 1ofcp 1ri2 rrkk rghl wsw0 1kt7c wdim f985 fmh rm2 11vph 1u05 hwhi 10fmc 4i2s 1jpcm f9br 2c2d5 5clf 1oo4m dpqk jcyu ao5v ecv8 8nig gyai sl13 416wi 2f7n 27b2 n6bx 3a62 2sqs 404q 15r85 f556 lvm2 wh1f 17tf be0b n382 a83x sgrb cefa emo6 1ap5a 7sr4 snk7 srrx eif bx8s kp0v 14dwa 174zc yq66 5pp0 ce03 1yit efyn 50ku c10 7cl2 2bl1x 9rwc pq8 ksr5 1s3q ps8u cw0r 587a 243a9 9lkb ql7w i1ev q1l3 3oc2 ld7n almr 8v9a 21ra 1141b 3lz y06 llnf ha02 7d8d ff48 53op cjyc 9wbg 16wpl 2msz frjg hb4 mhmu 46nl g8ey 135om k896 qahi 17dt r5ox grmz 2isjm bcwu 1en0n g3ao 2eyn8 13a5w c9op 10pxj 34as 9g0v 7zpn lwhg taog 5iyl 4izf 8c0a wkqv udvb 1i8qs 5cmy 1vaa 1c8p 1h1w zp8l 2nzp lo6v 8b4x 8cwu 1y6v avdc 2x91 12n05 2arjx 178mg fm1h 1pye3 14e92 hk4i 1o9q yz0i 1lzry 1cpkw 1fq4h iqdj wjq paiu 1ajbc dpuc 1iwy2 7d6p 11pec kn2i 93dg c9ua byhr 37mj 8g74 1jz3 rdcc dtl8 ktce 8fvw 84h9 9z69 d4em 1cjw4 163g1 5wf3 myz3 ehc lqxc cesg 1lkmo 2kva 2vem tu1z nycy 1au7u 34uc 28qiv bhgo tj59 hibm ccur mu5v ic9n t0hu 8jlt o3kx ga1d 29u30 160br auya 2eru 3sy2 ggfk cyyj 25my b9sy 1bmer ys5x ta17 b0y9 1d1k tyt z8j5 xtm2 4frs zwkb 21q6a lwlt w1yd vmkw 2tvp mx70 5mki 1c8l oih9 1nlks 1m0pm p6h2 7b4i ped2 j6ir 4f6f 1d521 dc1t 7a0f 230c 58yi kgwx a037 l1yt tkh 609f 3vvg 1sf80 ce0c 2seb 728u ak1a uhj5 ibow 18qjy 1brz f4ud uajn otj5 e2js 7x5k 2tjq 1kd9e jam8 uqvw ltnr ft69 1lnag 1sp9p c8r od11 gn5x 10kjn d0xd 1lo6p a4sw ve7r 115wd 293no hgdd eslr 8mbb 1mzn pvpj gcwu 1kjga gfob 6kcp aket bu2i 133m9 1e6a7 663q lx1 7a87 udsp tqpw o9gg 5jvs zwxk 132vj 2to5 jvec cjj9 p36x snq l5hk 2dnh 1ga6d jtnn zv4 beko 6vs8 o1xq dqp3 11b3a bnpy u2b uarc 35tx 7orn jy01 gbys mnfj xdnv 17nk 28yd 13za iyny xo2s l5ks 7alw 1bh7c 1ujus n5z0 qu3v 6u9a 3owk dalp 1j6qo 46us 4fwa 1shou di3t h5rc 1kovh edu9 10zno 10euj 1jh0 3q0b ig7v 17a70 oh1t 3ajy 1fdcp dkt3 ntp5 147vx bnj5 3tz8 2oarm kg8 7mjy 1rbbo 2at21 tdyz 17ez9 90zs rghy 1tzw 1xqkf 8byo 3p7n bubn frn5 xf75 1pj06 9sri m0hb dk2v mbj 6it5 mhqz d4xo 6w0g 7tiu a8p9 xtox 10p2 nhpi qffv fa60 2mr7
5:j127w6 j4e6 1oaw0 3efh 94cy jjlm 5jqj 295se kohr 3ugk 168ou itu 77h2 13mcf p2qv gqqr ghei 1zb8s jpsw kk68 l4r5 1b190 tocl 161u2 boqv 9ia1 v3a 1ijhl h9e1 exnb gs5m pm4x j87a 6e3l eub0 u7ue 2zrvy 790l wuj9 ahr7 1fmm3 rdi3 hccp niuw hwe i6qh 6xwy e3yq 10nxz 3dep 7li us4r 1aeg4 1sb8w 1hbli g23z 30bm 56k1 2e7cg i807 atlz cxl6 1khj7 meyi a0le 19140 32fe 5mhi s8zk 18jxj 34fai dbdm jjnd p9bb 13b67 6j2 gcau 5orc f5ij 2cch c1iu 28vc 3x5 1v9je 1gj4g 20hsr 2dze 1l2w3 r1j0 ddkd 162mz 14iuf jdcc 1tfzw 132l1 1bui 2o9y 3m47 x5db 21t51 l05g 8y59 1rrzl 38he 168v kehk syra 197qe 1uv1i 1l3u5 qdi1 1w8u5 29i7 ia5h 95bu 1sjg 755v or3v 7bws sjvt jjtu 58vi 203y4 1fkvb 2nejt gjop 177by l12i c2ds 3f2u ztyv kzo5 8nl0 fw8w 2xf a0i7 df2v 8qrm jlrn 39zv 2bpji 6int 3mj2 jw9c 4ztts 7h3t 3cq6 4u5n omkd hqbq alkr hm73 27yr2 e997 4c30 lrxn itc9 32v 1s411 b33p iwll tuzj nkfm qsbt 7beu 8bum a6op e8rq dj1 1qjq 2gv1 6dby 1l75r 1diaz 48a0 3jdy 73cd hzyo 39ou wto7 252ac sioj ndqg 3t8e bhk 6m4 r46f p8f 12wy8 5ih8 iew iime widh ix3 l39h j6h6 db8b f8oi 1vnh 2v11m 126q9 1v5ep kcdo 1luep 24thj 19pg3 8o4 an0j 5p49 12t8y dmzy v27w 1qy9z n32j 461c csed 3p6l 6q2u ds61 kw1m bo7k 3ro7 xk3t vhdl ahpw k6yz 48e4 3k0cb 9ruh 9mwl 17k28 10elg 1ewyy 1hjtn 2ue4 j15r wsj9 gum0 7t1y 2ko8 81zy 7okc t67w 1c6a jovt 1kqwe b5ex 12fh 7y98 10kvk 4zb 16jim ak9c l3c7 hvo8 8snw 8jn4 itf8 7rte 13k1v lz6 wb5a 1n43 37yjk 2577i 72j6 1n6j igby 4x1z thj8 1wfyc 19s72 6yys jxyu pciu r8bb 3fmy j0q9 y3p3 15cze 15osu chig kcme nd0e ced2 117jf 1i2rd 13jbe 11gkx edmo psim 8if7 a0rv 156o 8kkp 19s2u d41f l743 gjj2 von2 284eb e11z efhy mfzr 1bks jkrl at1b ab90 q717 410jx 1x4a auve 7wyn 1wuwo 78vi 2ukw 9bsh 3jzx 27iqt jhep 2qgdc tpu6 1j88v 3fhq 3kws ckwu 4yre bxm8 1lprx dthv 2h8p 1kopn 8b3t j5gy 1ecld s59x 1nxx wmqg 11gs 1e0ns 69o6 x1cm 44c0 y46m rouk 1u 369b x9zh 963k 2brrx lp02 l3ro wcob sfd ja j6ho haer fm9u a4jn nluf lwrm 1occr exgn juo1 g6r2 1h61 nlr2 i1e3 274t ojt4 nvxc 3w3h 263ex 28w6p ysg4 bbjd 6u0y ksw6 57mo dodn 8fgm kwlo k0v1 nmpc a1sd 9ria 35mbr qqwi e1mj zouf e7cl 8o3u ewry 89eq 8j6z 9d3q hg94 i9as wqu5 r61l rxox jvfq 11oxc 1izj lgw1 bj1a 1b7sh fmpy 1ap7a 35kly 1ds6y 8ifk 1b9jt szdb 22qc 9x3o 1thcp atuo l07n 126yk 1o6o5 fvbu gd4a arvw 8a8f 1f4la 29qsg h7dn 1tft4 h7s9 vjqm 5ck7 9z41 dkg4 9qjj 71df c3zx 20gt 2vo2 7oln 1252r pznc j4b3 kqet aku0 7p0p nzm gsm 1300q 2pfu 2in3u 3g63 1fog6 o1wv q90q 10ba8 23yk n18c hxnf f987 4jdz 1q64e fbkp 275o1 1etg pj33 2sfh0 izjy 26e9t b1w9 dv9s 1za3 9m3z 8ac8 7c17 a2u1 8g4x wo3h 5w3t qk4v th8n 11jds y093 4gf3 73yq 5im abl2 amfx ltdu 8mx7 ntez 7zq3 5bop1 8d0h eqr5 1btqy b8dm aktx 1ylpd k9rd
5:spbgzu 7k99 1jqss hkvk 9e5b 1eh55 ytf4 1i9yg 4878 6nlw 1lwd 6byh 11pp5 kh8q 7sgl 4kdq 12c56 vtrs twub 1pj7a foz4 jflb 25hs6 2aknw 90k6 qbv0 no2e jbdz 1e9xu 6kd 2sejp 13lap 40fl 6dpg 1gowu d8f 3zu bmip 3vss k1ne 1rjkv ot1g 2ydu9 u8ww rcvr ubq1 1rkx0 2ijr5 8xn5 gy7z 7pkp kfjp qwt 2655 80xk xnb9 b7sg 8gfk dz98 1pey4 1fl61 171yc 901d 5mw3 curm b1wa 13zqe 1oudn 1kcn2 ojxm mygi fptf 2f6o o98s 199m8 55tj sbo 1h6ib 24gl 3109 8vob 4hj8 m6zl zq6 ako9 utz1 6wrm 7q6f c3g9 78q6 dtmz 5z06 cq6r ao0c 4fi5 24lp 8nq9 1ex1u 19lj0 2e3nm gj9h f7ke 1ath7 554l 2hcb 4f3k mnp bhp0 4msa 19bqa 5ot2 vi5 67wj 26u0 1ecvi 7kso b28q 1qcjx 3vvwt 1bpw cnrp 1qivd yaox dee8 193bv exjl 3pzpj 17pmm 37sr o765 plmc 554e 2f8k 1dtwz 15xwb 2fm3 nrzo z8xr 21uy chaj jezl ax93 7rf 1hgqf o24s fvlc 94nl 1i6pq 7q50 2s1fd 7ycr fjon egtx 19ipu 45kz j0if 3aym h8v5 50u2 d012 35hy 1jix 60b5 7qcv rcm1 11mvx 20h99 ysfc 7q3r 1ajwj 1xl90 6h93 zkhu b73w nnnh 4slm 1keg2 1gaqb 1pu5f 37gk 2azq 8d5g gsxj 3o4x 3jdd chny v63f 1trqk jpei 1szky 2qszz 7c2o bhbr 4ugj 1ig7b 186yg 4fqq 1rozz lzq9 6ic6 lyl3 kjzj 1jpzm 12tq vv71 1n0dy xt3l 9nku 1sdg0 oaqk 1dau0 mkha 1tez7 s5x 2k6z c7s4 irk6 r46n hqb1 29o4m 43dx qb21 ulc0 11af 1io5 tb6s 1p4uj 6in2 ncqg 9rgo une gn4e 49he 1jq7d cont 1i9xi 1me9p mfp 1raf m4kp 69d 23ri0 93ho eagj 163lr geoi 2jjol nft9 hdtw 13hwq 1kifg j8bn eo0u poqc 6rtq i341 jir6 71o9 xwgg 1i4jn 108ba 7dpf 9iui 182fa 28sd 723 103yv nsv7 15ggh 45x7 b6hu sqe0 1dav3 17bkr 3ubu hy49 wler 1se9 60ee 4ref bifb dbkt 189gl 3svq imuh mv3l 14xzr 14nh fg5n 2p6ko qi9g 4w0x zl39 523t 91zg jq6s ed7c s1ia kajb borw 2kgcg 3930 91y xw93 2015v 79sy 1szn gpxd owk2 1h2kw cj7x un8s x4gb 2fe56 2ga0x 14i64 1zzr8 6w0i hbgj 2xp srmo 1fyva 16krn vovx 14jia 8s65 6quy 19ro4 18k2y 160jd 254wl yep6 pcm5 17a2s hp3d 9z3v eq60 g6vl 3yoh t39j 30qkb 2fwm 1u4da 1adg6 73zz h1o7 cvtp 1crxr 169gy dvlg 1jge 43iqg oonc b63 2e15g oyi7 558q 2a0md fuuk to4c 1l8w8 ae0s 16dut xuh1 xuo2 fm8f gq5k 31lp7 trgf cfz6 kmb 6loe bzw4 4pnt kbyj 19fau 1yses g240 a7la gfl5 17ubu 1l2ih 2lp6 m4vz 1tx0 mef3 kawb e9oc 9k3e uf52 c3ac 1em8v 2vcy2 4efp 2vae 1j203 5t67 ikk7 17dsw 19w5t 4zoas 38of dpdq pg5t 1wunc f6x2 160z0 wsy9 h4pp 42dn 240wb 3fq udq2 tk2s 1ne5x h0cn 7ipo 1zqd 2o2wl d6el girr 27ybx 18czh 23y5l mrd1 5a0j fwju 5qg6 4t0f ojpy 8tr4 1a3vo fcnm 39f1 6kwe sam3 86qb 4pq5 dpd2 162vw 1vn2 1237u 4set j6nz ohza i76z pdd7 rax9 284ks do8v 566q 13ymg 1vjk a93r 334c1 ddmp 13op ecs2 hwfb 2zt3h fe52 1yxiv e816 ck98 2cj7b 2slc d8f lzcs j8y a375 osi1 6ejl levk cudf p00q 4aef 75bu 1eur 1ggcu 1a6s6 10k0 2f5g djck fvqi 2budf cuzt 1h03x 7174 3q0m 1d2t 24rmr 93eq znqq cpiy 2006x ojxp 1jbt4 aogb 2ss7 o5v0
5:135ods1 1nud9 1ke4j bqvd 3isv 24gq 9ald sr76 xjwi x1tg vrvb ecz3 dfp ynz on67 1ngj8 hzmh tlx1 41q 12c0o 1ez61 1ubz6 3k2 mu57 pxb4 gfqo 1igr 7at1 r41i awd2 1cgh7 n9fm 7x34 9kt9 18j0l g705 o9tk pm13 wvlz efkf v0fm 4prw hc1k 3yev qsfn ky05 15163 5ex m1lh 5j4k 9sfg b6ev dket kejr 1pliz xd6l 1piw9 ls13 949u 8a4t cdmr 5o1n 18wm 1cx4a 2rtc ut39 2fdvr 19dwu 9bt 2qmm4 zdsg fzyg 16ht7 p3tm 181pj f5bj c7r 12tw7 s9d9 475d bqbz lcn7 hll6 10s3c yzsj 1e2cp 23vmi 1loga 143ab bveu kf64 1airi ba4j 6usv 2agji c9k 2539 rpth 9eyo 3nho oxur 8fiy 10ke8 77qz 5ec16 xqf 7u0v 46o9a 1913o 1ryoj 1f0i 1bxtx 5qub 1igj j11 oeil c52b akzg pek5 1yxr cftv 9khm 35zm 19wxt zk8o xy5j dxdc g9hd e151 bhn lin3 ei5h 2xdi5 8lun h6e4 cydl 147ja lgje krhq 1fgx gepx nwe1 wys5 amcx ugtq 10oka vuma 57dl sutz kl3o 1bc9 1uvwj s3n9 fsst 120p7 84sn jkf0 4kl0 20k17 1qwrp e0vl e5dv 1b0h2 9rnc u1qx saux k2hk 1aapr xnly gx5 flom rqs2 1hojx 13wmf jlbw 19aq6 ndiw havk i1fp 1m9r6 fky3 j8o3 1jmgr w4y8 12twg 9c5k 3p3j 9vm4 j953 29t2s 4q6z h16k 4uzh nl32 19zwe 14sdi 1atpx bfyc ub0h 2a2x8 aenp v6o9 1jpmh dqwo 1bkml 9rlo 5gv0 27iuq jetx 23n3 10lfc nmt2 1b4yr j1qc 4pyq 27pyh 6a6 1dium 2jyx 12ihp 1t3jl 57iu 150qk 207o8 qszt moml d7v6 96tz w7tf lq1l 12ms lf2r 15q1t ctzx 2bb3 1qv90 a1zi 119pq 17446 7t1h 135wr 1vl63 28a8g 50wb topt 3xti h019 kbg biyv 1exus 304c rg63 qdia a6ri 4m8v 1g67u oja4 1jz55 xow0 a1m4 k2en r7dm 7p9y nuyl 1auu 12s7q 1gwd3 35qk 4ahe 73vb 5ygu mp96 18gxx 11p6v yrhz h5n8 2ffb 24h4u xudj prws kzjn 4cfn 16mth 1p02 15wxz 1hf9p 30f62 4ayy dyll guep bg5u 2elg 11fhw 2kof7 2yno 2mnku gij3 py4h 1102l kcwg afif 3ioj dz04 x90k 1gq1 5dmc 7g6y hhd0 1eocr glcs d3x3 bk7e s98r 218qm 1dh60 ec15 7kkj 4wbk sya3 18onp sfau 2eb4f hf17 1fh7q 733h rl75 7n98 97ri gfh1 8yo3 ijzh 27b3 hcmz 312c 14pov 1hefp 636r tprh cl8k 2odid 1841x m15u rvyo 101r 3yjv 1m779 140il hoaz 2w5r xspj 1m7dr 29fjf qx3n whz5 o2hm odp2 lgvl 1i0q 15nv t7ls c15k 8k9b 9jir lpp 12rco edfz 3lle aue5 t05k 14eyf 1e73v 1qmmg 1gpfm 235u pbp4 uzb iua7 5ubw 8eez bz0h bmne ejz3 16vm0 oic7 2i9v c2mw mfip 2db9 6y1 2guo 19j0y 49m0 8y14 zlsw 8ah8 g1p2 65h9 12opy exkx pmw 10srv vmxl a7de bmh pmp f143 1ml6g l91c 3euj 21sro b9ur qy8 6kfq 5iik 1fx6j 8hh5 eqq 3y75 1e8nj 21krq fqmk 31p8 24v3u xizg j2hj 2e2dj 4q02 1fog 7d58 82r 1toz7 8uij 577t 9qer vnld 2a7gx yhmo 188uo gcpa 9yxc 10ujb 57p9 t7i9 1lewb 6hl1 18jc9 gbln 153xr nrbp w79m 8zic 2z8zj e3g aou1 rhbi 280c cpq9 1095e 10brf 1o3ez tvol 18bjl spt5 4x8a4 iith 1rw7b 2t2b 33c8 107i7 brop azhz 180j4 cb5g 2kmtf uod4 fc2k 29ng 11ei0 3pc0 wbjf ckfu bsn4 5ytz d5b4 9pvf 5pi3 zja3 14050 7lv3 7fnp bge0 97rb 2cj4f tliy 3v6s ozlq 6b3h 16pf0 1hqz9 usi3
5:1dbmfgh 65fz 39hd 2m2j 17r7e 7tt4 7y9o 1q08h 897p 196nt gnz2 12rvf u9s8 16vz6 guj6 96ej w3mg 9dfq ttde tdk4 7pfc 1z6m m3kt 33cp l4sf 1m416 2ao4x e14 196xy 2bgy 7n6y 165hz 180n 7kpq h4fa 89i5 2s5f qexe 17wet d4x5 o35y 19omf 3tjq 13jdt 9dg0 2c6y7 18md 2za3 w8is 1asf3 aaeb 6i3a aiwd gwd3 3tu8 2un3 fwo0 6v38 1g7k3 6ygr 6ax5 mz6q brp0 1gn1h 1eeip is5c 5qu5 13bj1 hmf7 7i84 4tji 1ipl0 3rps n7ab nsgx 138di 1s16 9yq fd2l 7aj8 w7w xh4u 2gxjh wji8 8yzy wgas zrqw uqcm cn7d unf8 a44c 32rf 2ovz 2tv2s 1tkqm 14r3q 24bxc 1659x 333lz 9wq1 twxm t8uw 4osx amqw sw6p i65y 16k31 1ndhb c53t u2v0 2fvj fd0 233i q126 65fd nhhj 4yyt efon 16xie svfv 5ypq 3zd2 2s88 bqej 9dcd 25o9 cn7h zuvj 1uz9f 2h5ye 1e6o0 272em 1pl3n 3ev9 irf0 y41w 8zex jy8v 18i4 kff 4pw1 6pwp 1ixxk eaca 6cbs 9ib6 289l 1e28e gfnu 1q81c eqs2 1gbq5 ikoj 7ubf 16fma 1vc7v s97q 125jk 2z5c zme aw1h 7qub 4lkr co0h 1mbox pmwd 2t2i 1s8a3 1i4w3 25p2 3q8k0 est d4t1 lxtd 2j71 g4zc wmbc mypv 1s09r ckqv 1mkix id7 234q1 1hhj3 17u7h njea tm8o enk9 6pmh 13ri3 1qndq 24uy tm4n 179x 2mmc ua6d 25p27 6ghc 7ymn dvtr 2ymk 142h 5gba bnv3 27h3u a6oa eqgu 3mgwz rd8 qcyw 39g4x fbnk 1sjv3 15loi 7rdh 79hr dcmp 16gxd 113f9 4f5o l6wy ayee vwln 2wdh0 yd4n caey 5lzb 3gp8 7ljr 27x3y ec82 caou 11heo d2r2 1vq8 9pj2 1hk0n z5m4 p53 4ml1 tvq2 4iby 6ihl 22q0p 419l 1w9b7 7631 5x5w p8a jp1v 1e076 9gn3 9qzq 1izt4 16cae 2n0u g73 ak81 6epu 50p5 2qxd x5p vgv8 2cwx osuj 1yjux l8so c8k9 18xjn m7g wa1d pc39 z7ka ut58 v5oq wgcb 1t8gk cmsu 4tva uvo8 1bjf 1343a mg7y jx0b 2tn 15i3d 7sac e0mc 737p 1fgd 7tgf 1o808 84kg od4q fb5u bomc 9thj e3a q3wj 1xzhk 1k0h 8w5n 2o2rd 3tho 1umtq cylu svuy 20je qis0 m1ul 1jdfb chw3 6yqe 29ehk l9pl 2aez2 axsx 7k00 vw6 1a08u 12zjg 196tv dxei fv33 142hz jjis he7r uhyd 7y9k 1fawj 7ttg r0mf 1zze6 iejq 16ple cj35 3121 162xv 1f9eq ac7p 1dtgq b41h 1fjj4 17aaf trle 3kii2 10ofl 1s 7xel 1pbgs zx8 s7cc huz0 fi1o x7x3 2stl 8ngz 3aytt 67sj v1tr 8g72 45iw4 aiv j9b 10dh3 nhqf rxy0 4596 d1ln 18mwh 1j3jj 77t7 1k8wf fsfu inst 20jn 8b1j 78tx 1b4p6 13vfp nt4w 1r88r bugy lwg0 1idyw 164h3 dgjs 1cyol ayq2 6fhi d4eo dzrh 5vq2 v70l 21q09 4yrq fgus 16a2e tdv7 257n 302v t996 r1f6 6gfs btsz pawi 4edb 54vv 6bzn 4lfg b031 52vd 7vo9 1nyvf ctt7 452w0 ljam iguc 8too 280ze r922 oeux 1czvz 5ey1 11pah ii1a g51 14rpr 9krw 1onkj aj51 2bdur bu88 eqc0 xe6u yv82 6fd6 168a zn3j r3v 11jo7 aoux 2eo8b hqod rv8t gz2y 15d6a hxtd 8x20 gsp4 yi2c 4h0j 2huw1 1jl4s cucc aw92 231da lvo9 1raco 8mrz c6w2 elbw cfhh b2ha 8nu6 hh9r dg5g jrfu o90g 8cvu 1ey10 kbwk 1a13t 43sh 12o27 1wjcf gc0q y1fn 19pd eue8 wnzi 4yni 1ocx ari7 ypb4 1xnpv 1k4vx 1si0 13so 650w eg2i hxtp 9d4z dyp 51lg 2nj4q cbby 5tm cnwj m432
5:1nb6was q1nh dvny 12ork csu4 1akwp wiw3 rkw6 blb0 gvl7 1fftd 1qfz4 p2sp 23u5 5d4m 1cmqi uanf mmgg dpiw 2dsdn c7nk 366m 4rdz lh9y 1w4m2 806z 7mmd aisn 38wy grxx 58al 1zm7g 5gec 4snh 2l68v ughf l027 1ys1 du36 114jz 8a4k 13tlb 3di6d 75ca dv3s 2agg8 ht44 uw8c vwty 1o0vd 78zx hi8r mxk4 96pk u5el 1bv9q vemj 1qur5 ibkp ccf3 12k1o aqzh 51sz aqgl 14u5u a05f 3sak 1is74 j9jt cge9 6j9 1l2um 28rby k9aq 2lcdx pnuq 3dvz5 k1f2 1tnz 8fh8 4sis qrgp 1758e pqzl emry ivxl al1e tp0x 1yvmt 195mx 761 27wph 230ye cdj5 40tp hxqa 12wxy khx qajq krgj 1jwk7 7b5o 36mav ratj ldey go4p a8qc 6j7c tpt paxa 1jinp aj7r 17sj9 1cy3x a97m 1111h 2c68 bodq 1wiqa b6i2 44g4 amg1 89cs ykzl 11ye1 d5xg kns3 12dy4 13axf f3t9 2qmg rzmm ugtk z2bc b8jv 39kxl 8mhb 12t94 26fze 26fgc 1dzjj be4w nb38 m8jp 35so 5nbb epah f0bl 1eme7 9gly jnaw 63xm 3bzc al5n uuxm v35e 1fmh ipbo 2rmc 6tdc 7dtz 35ki z1m5 k0gg d0cp 19fwo mqxf 7c61 5ctg 2c8d9 eg1w cgjg dd64 hf5q 1s3s8 19151 1wo6u b47y la68 dqp6 10vyd 13saq 1wngg 3ut9c 9j8j ec6f 1friv k487 478t 9vo2 yyb fdq3 12wqf 7cqs zrzk w4t2 8pvb e1ie dxs1 2ksg g1ce 618r 14pa 8v8d ckir 1zfl h9ef 6xo8 sia5 5htm h28i yt7i 1gg52 mzd2 3ghs4 9akz 4pe 1kyj2 wum5 cm42 feqt 2vq1x x68 4jylb kwpn 1efvw gvm8 ms4 chul lk7a 5lp3 1yea 142yj 29l3l 1lm5h 1p245 2wb2 1kzq7 jxr2 14njk oua 1mk1b 1c8pt sct7 skrt 89ip 55ro hfwl m98 2fnx 1jw6p 1apmt nsdf 7qrr fmmj 2foga 14m7g dafm dcqe 11ie2 2avz 3rwq 8ryh 6w8y 8hri 1svkk 3fqg 2c4r h0w0 d5r2 aw69 huv 2ckvd p2k9 obnt 2dca lzda qnj gbch 2hx1 1y94h 1unvy 25xwj 1bjmf yqoj 4hqky 2n02 4rt9 1gzy8 34vl 9lqv ee01 5ffa cs8o 7dve lv1n cnz4 7m8h i3o d9j9 jczn 63yw 1uorx b5jk q2w 9001 x1nc re2z 6rks epdh 10npd 5st8 151qi 5ri5 koh5 aj5r 27cl t1db n6na 1k0jy 5742 hw8k o88v 3yuh pv5r 1sui7 11i83 8ws8 2fj13 3gey 1i1u 14e55 7yws 1ia1i akb6 is5v f7ji b4q3 fuic syu5 3cvg5 18s2 10bm0 ijmi knu6 8fjc eksk rt6j b3tv 13q44 1f9zv 2bnob mg4z 147tt 64t8 byfo 8sjz 2wyh 37lw i5m6 11c97 6b3o 56j1s 77oc 3vij 5cvu t7i4 6ask 9yl5 1m0ls lbrk 12vgi h9l9 5rmu 13r2f lenp 17qx5 i296 1jdrm cpi3 1iylu 2kc6b w3zg 1x2n zx00 iq8w 7nmg yzut 8zn 6d40 ba8z rvhg xl8u 1d4c1 tiux 2rd4 o6f4 ss8q 1gp6 1nz7z hrd5 9dh3 1mzcc 78dc koi3 1k5b5 sllw 7l0t dxuq 1bvyz ld1z tefh 28mx 15tz 9dzx 8npk 5kp5 1270v 17ttf sai9 50v8 opqp 1a0pb 8jy3 4ltk 6vst 2s7w5 u8t8 2czdb 4vt3 lm5l f35i pb7 dszy i2bn h3tp 82lt oavc am2r 147z8 5stz 11w9p bnd9 bggw d2vs 6vbd 4rgk 6tc9 5kti 1h72l ph37 1dyio 5gxx aypx 8ry5 xmec hdq9 5hcs 51s xkcw szi 1mjm e86s d97g 8rme ftal b3qy 8a0b 3c6o5 yp3n cq35 ohl5 14q5d wx3n 4w1g 1g26q 31x1 fb6c 47d 969n bapm u7wl g5x3 rnwi 1cd0 e8um 74z0 x6z u0hi e7g5 p4se 18n4 hwtn 14f7 6h8o 7h4w ecwc 10n6l lss2 ejxd
5:1xakbm7 12nsh 11p10 vqks 7atb 5djb 16pt3 23c99 a1z4 33r5k ascc 136x kio3 dsza 1586x rf5j qjdn 1enav 1novi huvz rgbz 8kx4 1a6cz uzao 15dvz 7l74 9f70 m8a8 1angz 1i4oz 159w2 1xei1 4frm 2ehj 12wui 36ze qm56 mdld 1hxdv ajmq 478k gx2p 14opn 1mtj1 1n3bl 9bja jlkx f9e9 al4n 11ddi gk32 25x89 1iwrn d40p 3d70 1fher cxyo ek5x 1izb sex8 17y2a 9o80 1d1v 9hae 4jkg aoaf 7ayq tdbq jlqo 6ljg 1cacy 4wi0 6dat 7vam 13sg8 7ooi b2v3 y2dk vyuj 1dexz si0v z5hj 14o1n 8pjn
6:5m6q i1as ghgs oife xx8u 18fl 37po ddmk 3acru 139ai 1g06o jyvz 5k015 j2b7 yc4t o1fm 27t0m 3b768 ay3p b3mn 4sjr 1b62r 9q21 32q8z 446qc x3lw qc73 8h0g hh7 9oj 13sav ccki 1rhq0 92ok 4w0t 1mpfu 1755 132eg 73dk 5upy 1862z 3bpe0 2j4kg d3v8 vgy2 os3v wtqc rzxm 5joa 1dvri 4xbb3 gn35 16nd3 vy9 qnb0 z3b1 1qdsh 23fla sr25 nyce co3n 90pa dp3w 37u8 a0j4 1bcal 1xmjt a95m n7ir 2pvtt 23dvg 14x70 a6b8 go22 5b0r 48il 1m5tc 1q1ka 107ww 2axe8 1swxd 9ydn 1mq0f uc2e 18ace 1vr9v dthq kxqc 4k3b fykr ofjh qhkc 1t3ju 1ha7o 19pdn 1d226 2vnm2 djub 1ocdx 161ki 1jtxi vgc9 3ao9 xjn3 55ys bm3m fkh1 116bo oppf 16rpf 1vbwf 1vwns 19m6u 3xwk 1t1rj 1161b 3qmci pa1a 2ayum 15qna bvut u2jw ew0l 1inr mx71 1b5w0 6n0c 2o4nd 1dur6 yuy1 c8ho e99h wfxw 9f5f gmke r5qb aygi hiey 1ntdy eosu zuim 1uppo 16d2v 1649y tpfg 3boh i9t5 1v6ww 1vl8 1v1wg 13ol0 as20 6k3c 188cw 1ma9l 66kq ithu 5a8t0 3ufw 2ml4 2ew3a 25u5 2b8h0 oiuu od53 yy7j cos4 qes7 140mq 2ads8 17brn 570e k81u z6d3 1cqmy 3r6jv 30job 2c6cp 3mnd 7p02 192nw 1yfqf ibsf 4vrsk gy9q 2fx2z 4xbx9 4elh 6dep2 a8ah 3zy8 1m0t2 3ojlh 2hbj7 q285 fy0b 1caf8 h4z8 i85h 1catw r54v 3omu vdou 1snlb mtav z11p wh8m lh6e nsca 10yrn 218n2 9y17 4ddt w7u9 3jc8o mqby 22qw5 boqz ilvk ywzs c73y 2yn9 2isem 1hsb0 18md2 8nh2 1sbhz 1pan8 1rals 9e2p 26t0p 1cfga bs41 cp6c d444 47uvj 1aun3 1qs9q 22253 ptx aowi 37cn0 1v0wx 7s8x ip4q 2fx5 wrpo qlpl yb3a f53 11181 3avp 2svy 245a 36afk 1emdv cptq 13g8w 1zrex 17bmi 1y6ks b6y2 thwx sztk j4d4 16o6n rmrr 13l8z 3p009 7j25 1vig5 s6r 26nco bh0x 1zgvj zbw3 1r4tk 2mtsk d384 1733b 6ctt 1hhtw nyk5 6wnl 2ksgp qqag d56m uz02 qh4u 10spj jhlr 1d24s z68e gypd hthc bz4 pgyg 4b20w 9qs5 18rao 1k1zw kql0 mlm3 in4y 6wl5 1dmas f70s w6mb 91z6 2750p 7yua 6dcly 1r9uw 1gb7e rhwd mwgu 29f2m 132or 5zii 1lxch mu97 pxto o2vm 4948d sc3z 1pqd9 1fk63 bt8w shsl f9b2 1fde8 p5sx em49 v1om 1hz0i 12sx jiyj rjoe 1z6ie 769y jfwv 9a32 lr3g 16dy7 kvb9 nwj 2nfic 5yhs lit2 3bqut 1twb9 2bs73 2ur5a 34rog 1u8ep 2fzs6 b67v 1xn0u 18ic4 dj13 3nvkk wixs s3pl ln8n noy9 1nm0v o7nr 12epd 1c6g1 tkab 2bytv 6nv 366n 20781 n4hl 1vtvq sayz 2mmd m2u6 1qrd 4obp 27e85 i428 1nzyn aotl 1izqv gbve 1h87 lj4c lw3t ugn6 dhkc 1jkz7 3qv88 1r47q 11lvn mlt8 h6e2 15ow 2y3uz 6vkf 18gg7 3uno6 5mnk 1wymg p5vz 3egcf 16qic 1zgl rmbe qsow 30g8 crws 19t36 eozd 2mcaz 3joz 93z0 5mp4 57v2 an1f sjdf 19qu7 23gs8 36n9 25nyo 32nk 7upu 145u 6i4n 1kqxq aze9 1bkgq fq2j 46ead 4rray 39n7e nt0j 21zq3 1xqei 7ldp 2ufml 210fw 8zxr 180d6 fij5 27fcc rz56 22k0i 20g9s 1c859 sjix 2p6v wx8c vjfq 67ly i1pa 1jvxn 8aqw 11okd 5xbj 10jzx z27o r5sw 6tsn 140z6 17v6u 24mme 6erk a399 p6fw vx98 1ok10 ev3k tqtc 1sgnv 2bqd 216vk 1f3qc xafm e5k d22x 393ne rm2v acin 2aun o6fh 1olyn 435we p8en 1qpds s9kw i9v3 5vc9 klv4 gi7k 4u3oh 7zv1 1l3aa bry3
6:fns7tn sw1o 2vkp 17bi3 3lbx 1rjjp 2pq3u ji2s kgcb 1rfpc 1z6h0 k0qz ntfh gm3a jlhu ip57 5jhe a3ij 9tag pdfu jz1t 3pvl 85br 2a8q6 fsa qyzd 9gkf mx0b qnyf 10nzc 9er8 hch6 sfsx 2vh5x 3x4t 62t7j ttju 5nrq 6mx3 6ax4 2l66c 565a 5hyu ddgy cxek bgtt kd0e 8k3z beom iga fbuj pd7e 1jr2w 6m53 l35h 1dd1 i34w 1wc2m 1d3tj f2sn 44o2 etir mw02 f6oy g242 15m9a tdpu 1wbaq 2bfjm 4fjk eeg5 a97c tzn0 l489 1ubbx hzli 6grt 1qy3v 1et9j 2whkf 2ponz 89vc 1n8j nx7s gy1x v894 1iu4x dcto 7pco qj5f 4dbvo 12vl3 8o5b 17bjy 5uol 15wde lugh dqza 1hqgd adju 1zyhx 2532v ii9y 54o1h eg0w imaa 1x3zt so45 o8kk 1de5j 1jww3 2rfuu 222ry au6x ca09 1yz6 aj4m 2vnk3 j8jx c07x c04k zw4h 24eox 953r 7uxh 1fy6n a54o ganv auuh cmkd 1nq58 1adp8 puyt 1f47v yqjz 16fmb mq7 h4vz ooy iwam 1tzo1 9qmn kefj 18z29 itwy fufp bdsr pp52 bo95 mcb4 2y1 1gj3k 5mzc 1hp96 1qhwi m9ok 1okcw yh0k 1184f 6abgn gogh 1xgk2 zf1b y524 5ytk pwi3 3hgk 11emq 18atn 3h4j 1ovyg 7wqh 2esm6 29gpm 2qxbh 4rff zkcm jq4r x9cm 26gif 1ai64 ih4l psqv d34e j5j7 1w0r 2wpy4 14ac3 1pal6 i5qe mk7u ddx9 ueuf 6o yxhx 10uth b2pn a04l fjgz q44h jz2b 72ks 2ij7e 1r24t s2ij gx5w 1wgxn v74 euso c735 2fqji 6ie7 gmg6 yrnc 2tzf7 15wu5 3y1v dzpu 17tep 1cofs 5x82 gz6m trek 7tj3 mr08 wjlw eoyt n60y 1rkbk 17400 9fo3 1dsoi 1ihm2 25ops 9bhn 6wu7 1295l yebd 1d4id uumj cy0l w70w rc7t 11tmy b19w 177c5 qvlt ut04 3hmt 11niu zmvq 4dy2 1hbxf 15fbx 12w7b qwui 21jfi xlf9 6om7 210vk 1zv6 1s1nt 178w3 1enb9 6obt qksl 11vsu 14l8 cuzr 1yfsu 3zvp6 1ro2r 187jm tpk 49vl 2bz1e khum pple 1ef0k 31b1 19sy cxyf 25asw 1d6ex g9z1 qchh e4zv gmcm h83c fksz yib6 a8bb je6c 2bpd x40u mdai 1418k jvhu u9gj 1m9gf 2z8a8 115ev 1afk8 15xdp 1jjus 3v4x 88mt ni4m 77o 1fcip 1rbv0 1bs9y 19hjn 26x6o koli 10b6n 3wh 5mgh h4y8 ep31 rbcg wqpw gffm 8mwk 1facl 9ydh 3p5e 936v 1fawi 62rii hywn 1v1vn 1wgx a1vu 1wvfl 371pb 2jtp8 k9k ad85 yw7j fmia myrx 3t4o 1js7d 6krg 295q 5pv5 1usx 1azyf 1e0ih 1knkz sb7p yrj7 3b8i wykk 2x6uy 64zq qyb7 bh6d cj6k eb98 1ww82 3uveu r9k ng1 of5m 2qvxp 34o3w lecc 5491 jf3p 5wpi hfgz 4dim kqgb 1otm1 iu1f h09i cfxy 5i1i nxkb kjou hxjn 103yp rrp5 mcb7 syze 7fw1 v87c 4wtg5 2dmyi q13 g3p7 cuwh ang5 1v5pg 16es0 w66s 8mrz 1az65 dx3r ty8n 2v3ao 1aohe 1gjkl 41jem 1kmvb 3rcv y0bb kv37 168ss 2ahp 14055 1bouc ucl4 45vx 3a991 194j 69bv vljd 28y1f 12xw8 l3bg fymf x2ba yl9z 1mabt 1pyhn 1own5 47z6o 6tke dvdm 1nq7w e55u 3mo0k 7xmy o6yl eah1 1j21c 94oa 1lmqj 6l0v 21od3 4hw8 236fq 92y 142ex 5bo4 lzxv 1eewl 2xl0 1812f e02u 556lt 2jxh 16yae 1sxgp 7h0a 1fjsv 13yr2 zg3v 1dgom y86a 5jej 11bsr 2bwee r9do gynd f253 1sq5 7imo 13rhn 16z22 1r73v 3pup1 4oaf 3318f rpex suuj 2g7nc ow0p yvb6 c9zx 9ipr redh yd3f utrd 1t6r3 l32h 50fdm 2tn5g 15nwf 6n24 1dw1b 3vcu iyz2 2b4o0 2fk3 19ac5 2tfr
6:t8vkwt 1kda muyr v2vh rofz 1t82 k4ey r4lh 5wy1 1ewka yp7c 1yjg1 2p7j lkfy 8tq nouj hb0l 16u0w 3j6w 2crf me96 592z dsf8 d13b tbzm 2z40r 1eqsy cva5 afe l211 4503 2vbra jy2y 1ax8f 10gqz 2frsw 1garm 1ba7e rbis vs4m 5f57 xp07 ddnf qbe9 k725 96ge 1iad naaz 168py hgrs 2voa advp dakp 1eexf 3mnlm 4a37 2r54x 1lab 2bs63 87p1 6bon ebss 76g0 3fwp 1alih mvy4 lzpe 45kv 2po3v axj4 dn87 1bgmm 2tg1l 2090g 173ml swdr 1qx01 hiwh ujvu 5jse 1dn5x 737n 1k7n yzn1 21966 2l05 2pgmi 1alx7 22lzd nr0 578f 1uazu pqly 12t26 gq4e 16c4o 2fb41 3wz6c 2eq4x ubx8 9ry9 clzs 3b6xl 2mqc5 7z0e 7rhf 2h7ix 166bj 6kcr 1x0fx 2xfp0 bdto 1uny6 lbps 26ntj rkxp d8gp acav 61im 5l19 10ce8 38mx 4n6ar 2kcib 3682x 124g 46vq6 1nirg 2hol1 1hgmy 19f2r 39vtr 5ec5 kvwm ovxb b4iu 1hm2f gfso jwyy 3ppz3 e13k 1cvil 14gv3 r1kx aiti 929l 33ucp 1netq e51w euvb jyut fcxs 4y7q yemo lglz 1ldml gmda 12oql dtaf 2g6h7 1nfmg mucp 104sx 120zc l0qt e1ok 1tx5x 14sfi 1vwhi v11m wusi udlr s3rf 1926 m59x n8sv clqz i297 12gpj 87kg pw4e 742r 4s8q 1mw7x un3f 38wh6 47dp il7j 857d 4a2s 1pelj 2w8i7 wkop 4o4x 2qhv7 3g2rq t2lh pk8p n1nz 58dh uvb1 1bqtg dypu 7oue 1cpw7 o8mv 1l5fg 1a95c xi3y k80k 500f xolz 1agp2 nezd 12yx1 acnm 1mnhj i7uk 9m2q 2xac4 1y7y8 2dh3t mo09 gsg4 tf56 16qo3 d2bx u01w 4frrk tprz 1fkk csop ri5i uph hq3y 9tp3 1l1u3 2jkoc g0i7 691o 9lzz 1ljv5 kpc2 s7r5 j5z0 fhrw zbv0 einm fqxo 4bdt 1c87f 3ewt 2sniz 2ao44 f0wr 48d1f 2fpy 665l j3tb 1hq0j jvth fkis 2uqqj 1jr0j 867f 42j8 t2zs fvum bghd 16wmm 574l 1abv7 5130 15jul 1bset iv37 q0xa llyr h9lf 1ivsx ueub 1oum4 b7db bngp 88fa 1z3g sdci 3hog3 ayc5 v9fu utxy 1jus s8tr 1au4m uwu4 ax1x my7 7hx6 7yqw xw33 be0r 1gfln 15d85 3pusy 40m2 6szv 3wni 3hxtj a5di qxnd rvba 140sa 1a6dm 2pzei 15wh 4ebxv 88kh 18iwx 1m2wr a7b9 r5uq jopa eghc 5l2m ncn9 2jas1 r1s2 1auq7 l778 17brb w937 3h8fu 2xqbl 20bmd 77e0 9v8q zhar 1vomh z3rm h5ul 8onh 2k30 1nb38 465j jggv zbun 2h74s abcm mb0e xvhi tvae o1sk 16lkh ni1r 2qsl 7wf1 v96t 1i1uj e7d9 5nn7 3lbfc 1ewzd el0y tnx9 184lq rx69 nnol 62yf9 62z92 32sr pgn1 2dm3c 2y1cp gl91 171je 224hc 3bec6 1c1qv 1zsqz a6m8 42jl 11i58 5qje 8p5d 2pmgt 19e4t eqyx 2cc4n vhzx 2x7zh 6xfa 3754 1bk3o zeeq 1srvy tctv 1wct7 27dus 16kce 5wue 138hf co9x 1njn4 83cp mo4 5sao 9z1d 12zqx 1aczc bl9q 2itna fmhn kqp9 1g344 2tv5 k0cr kf7m 20nxr 342dk 1sfgi 7stk b9n8 3opnq wqwt s1ku ekzn 1z7li 1r58 8brv m892 3e3vl 5ile 2vqj0 tao2 1p6bo 1r2lu wjrw 13uil 5ebi d4z6 1bod0 65fs 151ch 1kxzg wc53 145ch bybn ri3 jopf hfub c8ur ge91 2duc5 1jc5e xrwc 1djwc jmzl 2mp7w bwv7 8uud 1f6af 2fdj tldh 1k7u0 tim3 107bu 18u0o o561 t7ir dnwc 2gwq7 otsj khz4 12f83 adhg 3gjby 2l282 rx0a hrq5 1pec4 21d4e ldhv xhpv 1ckb7 19o19 1lygh 3skub 12zk4 18kei 1gpce 1bz71 4t56 129k2 1ubaf j6r2 30fmm 29z2q 1ua3j 11fmt n110
6:180cogt 2wt1y 29615 3apu 4ddg qzr2 goqx 2kr a1av wv99 aawc bmez d8yn 1jobe 190t5 150tk 9zg2 2xs8n 14l5r g3t8 olmr 7kve 8hc0 y07w 1elvj p7dl ja3i 1b1fn 2vbkk ltl1 259c 7zy4 5iq8 yi29 1a92j dg4v d0t8 2ttw1 s8yw 5bul eng7 6mpz 25yav hph8 icil 1j22z esql 15o1x 1r2oe 1aggb ftu4 9wk2 flgx 14dwa cxex 3996 1bj21 1c2sv hzbd 13wfe gy7 v1yf 95ht q82a hlum q7et ahag 3bta d1ss 1pgz7 4cwn9 1oe7d 4n9u 5sx8 nhv vyll 4c8z k08k 1khie gisl 1glnp g6p5 1nybq 1fwvb 3rx6x 1k53k 2jogz 28yfd j4vk n8x1 ctay 31je6 16z9g 4ufwv 1p5nl wdwx volr beuc e1yx donz hsxd 21g2s vx2s 1tnw ghxi mkaf 16i7l dq5q wuhd d9h1 4ngrb bvpe rqn8 1a2ju 1hgk0 5g7cx 187b6 3mcps 33ui pckk l963 1ls18 ke5f kgn4 p6s6 819j 1vws9 z431 2jah3 57om eidj 144vf nhuz 8tgx 1bm8k 4p15 1xiga e5ts 2squ6 cyp r5pc 3n1 hinp 3frj 18nai 3qqvd 1cps2 14281 2z2rf yb2v 1fnpy cij g743 57ey gz8e ktzd 159fk dtlq 31fi7 1ptqz 5hej 1a1ku 8mcg 1qmxs m2qi 96p8 1c3b6 15phq iqtt 1b8vc lhj8 ba6w 2c2uw s1st nmfu qbvx 4atm 6nct 3zg4 ofq2 zwaf opns 3wd9 166y8 kkkr bov8 zi3a 19g00 e34r 6h8h 67hj 2cgpw 1trdb 1988d 4gxq el1d 1vi10 7wp9 1ig8c 9upe 2r5g 1ge28 dilw 7yip 19fry 18p5q akml 31fz 25630 4gq7 zeis 15qmy 27sxf 4k5fi 48fk u6i5 2fam8 hgfu 2rs3z sewe 1hq4h avp ezpr 6j32 ym97 elsn zybd 78rl 141tz 13e8p 1fr4 ba9s 1kbmc 15jk4 125fi 1chqv 21vi 1x2a 43sac 8w4c 11slx 26u7z it0l 59ds 2dzdi 1iqp f3qz 3w91 u77k y7j2 2vbo 7fp3 t4h sayl 1aha 1s2wg 1egb3 1124m 4312n ho7q mt5c 3xbvo 4kah s5w4 2s1j xiog qn13 w787 3pkx tqtv 16u2a 1ekz1 3c6ve 19t3c i6dm dt8b 1nxwf 5xvx 41k0f 27lp 8g6r 1b2is 1c9pu 1kjb 1fwnc 2rmsa 5ajx 4olo 7k3w 19wu 1k9b 87e4 63gm n91l 1ai8m 1w7f 1111a bp1f kmdt nl93 tzun kdwm f6n6 70owb 5dnr vx4w dnu7 1nokd jggp 3ztn 25fjk pudd 19v0e yc6 en7 1pk7s 32rlz 61unx 17kqn dbnj 1rnou 1f53n 9t30 5j23 1j5ms 9yin ulrk y2fs y9n3 5tmo lbkc 2vuq 80en 1jeup 8xw6 fe8k 1ivgs 4gmby pxdg 9tq m17o ptja 8ri6 7l0b g494 csb6 m2o2 n28i zv7k hnzo 26xxg skzb 48s0 vm6j 1jt6 figp h8iu yjqc 13ash rt35 1emrq c7kp 13br l4sh 2tr1 lq7y edo yiq1 2cbof fpu6 9og3 apvs iigg 7yl5 19kgf ik6i 1jb73 r1uc oska 3qjw a1qf sr4 1sff3 tjez 2z7x hfxv lcca vddt 11ai8 gpwm bvd2 xdng 1zt47 f8lu 4e6j4 cwyh 1h7d v1d5 16vma 1gctc b88g 20u6q 4l4i 8li2 152nl 1rae 4u3r 22pnx 1dnu he78 2gmik 56r3 5ve2 10e8f 1im3y clay 1d8ai 9oiv 1ftpj 5t6h 22nok az47 5rg3 2axbg fnwq 13ak dov2 s5c2 14h6w 14et2 4iqj 7c9o ae74 1jvk0 29ym 29vv 886 hm2m 18o11 b9a8 aneq kzqt 212a 1kpy6 194aq 1srwl 23jm7 4hw3 1r8w 28h40 1dohc 15qro e9md 104hg 1d00h 18q0o hqce f7ez 2vsf 4pdiw 4zn5 2vg2x 28rx9 t19u 920e 1tkip qkmg 6t1f dbvj 2yafm 24zhz k51g cd0c 8gyx 2dp7n 6cz1 sy55 mf47 1q37q x5wk 61hz 1xrj0 7349 p0km 2tnxm dpfz 163pc 11com wblp l5ib aonw pcn7 urex k3ka 8842 1d8ft 85k3 1viik b21j n3u
6:1l70jh5 x6z hums dgln 4mnh 2hnlk 1enla 2ucv ofsu id1o sve7 1419e v3g1 9idk 1zy3d ry82 cghr 4md 1mk4 j91h l8d3 u6e4 2s6i8 9bpk qjxi t5vw 7149 1en27 1l7y1 9srn qh7f 349ns m0hd 3i6j9 afk4 2wf1j 183rw 38gx 7y2n 5f7g qrn5 25gax 3q6v e7pa 6fwt b81x 14o9 1avd2 fz4b p26r 7a7rv g83r 1itwd 6y7t xlsr wruv 2143e eiaw 259vh 15uq5 4fcz1 4e0p tyxf jg1w vg2 2duew bfpg 26p89 1hh1o 5jp 51rs jj51 1r5lw ged 19s0h aaj idno 3dto 3d0o 76bc 2lawh 15cbv 1fzck 3mr2 1hkne 1ntb1 4on6x 3lz8 17l3l eh1t 1ibtd 2a35 hczn mnqh 20ru8 10can 295oh f3ij 8xcd bjr 4lbn 2w3em 6zzn 1ahp5 1mxc s9xo sosb 9i6t wlop 1umlj 1crdi 1idbz 2hs2o pj5 2h7o7 og78 de41 19j07 916j 18jwv 5882 3r9a0 3rd1v nmax xegw z50u 525b fob pg3e 1f4ex g4an u06b 2lfck np9p 1amh7 vfzo 16vae 3fse9 2vvy 5e13 1m691 ul14 zcr8 2x1ez 16ax4 2ckdk 2tpq 16b5n 4opp 3adkb 4kvx zfy7 1879p 6oge geb0 3dvj cqo2 qbgq izc5 xioa w5c0 z6g8 rpxy 4295 rgdz rdc 5sif 31ex2 2vks6 1lnkl 4b9k 1v2u ufa0 iie1 17l1e 7er0 2p3bc mlcl 36qsf 17zse 3da 14uqn u61q 90lm 1jzfl 17dsb 9w7r k17b 2clmi 1qy3 vtpv 18n37 24gtu pn0b knz 28vxt swzg 7nfu dw0d 5ur3 1t009 14fwo 2nh69 l4qj 1v62n 28vj8 1dks 24dx6 3uie 1jdgb 18y6 dpgc f2az 316x3 2gsri 2nh3k 4y9u 1ywce ikba 167vi atbi 12ok3 oruh 3x1cu ciex ghwl eg32 6pgx 46zu 1ei22 1q0o 6mxk e90r 17ijc 3y75 2von r2wt kxix l2xm 23df io3 25xtb 2gro1 fb6p o0ng dsep oimo 3b3xj jtao 6x86 1zcyb ibjh 2an5b 603s 4ot7 q5hy 991m mmre beap sx53 vz0z r9sw 2ctut 6tab 16t5r 7kod c49v zjwv dbyc 1b91b fuap ksqs 8tcu 2ghb4 21vpg saop 10zp1 14lwr 2wn0 76gm 2wx3 jcu0 wn0p nwsc pbuf 2lfpn je9q pco 38b8 c1ut 3mom wtvb e3tl dg5m hnt8 1eqpw e90v ajlh 4rvc qflb llur s98e 4kn3 8l73 1p8qw 9di5 oklb 3a2z 88v4 419b 27shm 18ehk 1j3bx 4mj9a 1h8ev fzr3 2ql3c qiuv 27nz8 8nor 96pv 7vdn 10m34 gmm3 1y0yh b786 1rq1v 1issu 1437i yxsp vuaq 1m7uz 6n4b 16rbd 6vxd jkx9 ur8h innx 326vw 56v3 1bsgf dxf j2g1 vnsd 16wfp 3vymj qb46 u0tp 53id 5bgg 4pug 14fr7 lzx8 26vku 1a05e yaw3 fxhx 1tpl0 x9o g8he slqn rgex 11n65 1hmf3 i5i9 v10e fdjo evoq ysob o2t6 1a6m3 2lbom 1m4kd 1iy3h 7ulv 1qgwp 1avpc rc88 npp5 kwe3 272vi 2paew 2im62 5ywl 64g1 1hvzd 1gms2 ifvz barn smjz cg8u 284zv 7rkm 1ahy1 za7r lh1s 4sfl e5j1 jq7q 16lcb 4u523 w48w 2u1cs zv3o 11i4q 450nc 8rxc 17rv8 1dguv 2712e 31pcn d6wb 158ln 8jwm 17sjf 42cjk lmh7 i9xl veps 24v1g 1fzwl 17jt9 11csn 5ctv skps duog gtbd zdt 49qg 1x7bi r2qu 13xjq 1op66 b5d3 3ep0f qqfa u5c0 mtq0 ukaz 1hru9 k5e2 3bv9k 3nm0i igik 9ct7 270i 2o6k 1smkp 193v4 9728 1ubhz r4cg ufmo 2ix5 8h87 34ns 7w2i 2000t 22ulw 3a2k6 2b8b8 lbwh bnyv 1ppo qsam xdka 85fh 3g02 kn1x vb8c n43q 1197l ljy7 wwy7 5613 atr0 1pu30 1mfbd 2mj4 1fypv 17kkc uc5o 1fuv 4y7 p9dm eaqc 1uitl rkzu 1691u pi42 watw ph1j 15fix 102r7 28mzk x8c7 nxk3
7:8it2 cs5v 14f3q akzy 16iv 16i5b 7waj ir85 9d64 20tky 1gb28 pijz 3wc3 27e7 tmi0 eheh 3slt 20i1f kokz m4ih 48t8 13uao 9foy 114oa vc9d 7tbd 2b0hj 33xko irbq 6lwm feg 1q3t3 dg78 1abk qs8e k5ow fnla 18b93 wrsx i46s 241k c069 7ft1 16v91 19wwq fmi2 94jl 9wg2 g7oo ue7d xi1d w363 9ygj 8au6 wwcl 48y7 97d6 qc6u 18fmq 2be8 hawc fgn5 kli ehp1 41l8 3gpz0 19aja nazm 16srw 1fvbk 1f7n4 5byt b70w 1kmwb l9w 13s5m 7apk 556a 9ggf ciqj 2qpq7 1vr17 3jz5a 1d8by ldc4 53ap 138o 1amo of4i 3mny ho1h 12sbk mseg jqgn 13bu 4v3g xvy4 6w22 c3j6 177t6 1fd9v 1uzt0 8h1b 1v98 1bggm 1vowi 1tkei 11l8m 53qy iq7q peta 12v7y 48rz 1reu6 jqqh 5mjo fnk9 e08o 6oaw owrn 4m9r dy4u 1jxtw b4r9 1eth 4aab 23s4j 7uko 113u8 jb0y d2oa 1n9a jlb9 25a7 qi9x 1xfi5 xt6h qbys 7xql b58p 7fjo 6hle 1o7rk mfhu dbx5 c225 u9ht 1x2vr 1aurv 8b4g s2c9 ur54 et4o wytd hyju 129l2 c8cd h1xn v58s 3cxwm 8epe 6zh3 n5hz nu69 pg54 ikl1 gz6u 2p62 olj8 h9cj bwom 1tv8b ance 1cnl 2xbr 706j aw4j f5gi 27p4o 7xmb 3dxd 6sfw 3bsj akio abb3 1h4y1 1eqpo 5z9bs 1st7 bca8 31tf 4qtu erzu h72y krlg 13h1p g6zc 1gaxi 1uthi b0s8 i3bg 14knr 112fi 123iw 2szzv 1tv0 ctt humd da1l j755 1rg2z exyh 6ekw 46gd4 f240 11ban 2kc9u bgm wg1y 5r7z 2908w fraq 2g00 gtpw 6pa0 1d17r 42zxi 1obm 1yyl0 jssx 2dv8 1ozjm 7p23 tquo 3693 hmx4 j0q8 19utn 6l8e rpe7 1tluy y2r4 31wee 9vxv 1hb7i 1cf56 bhge hort 1265w 15xb7 y3sx dlyt pwnl 110cu 76m6 3t0x xr2z t9lh des4 33gz 5jom 4ykj fv0o 1o7fu pxxc 1dqs9 va2q be81 eylu 1uoo6 gy4p d80j wpm8 399t 8ksq 1rwj 8avo hmur qwli 44odo 2yhp1 chii 1oz8 18qq3 1pzrs 19ojh 4513 1k788 2733f 1tcn 25uge 17f0s 30te rxri 6m6l xktz 9afk 3j9ia d2hy mc5d 1mlt0 ddzc 1y10 x0rf gi06 7yql axf3 feyc 3ra0 i1xp vqy8 ypnr 5u00 rmar 36srg 16yq4 ucu7 snkh cv3f 5a2b a2rh 3h396 15q3z 9y54 ggeu lqfc 3l1q q58a vcl9 fr5l b5nx 158q jv42 xsdp nq9a 1ehr 1cnm2 jy80 5yk6 a7dm 10e1a 47un 2pvp 2qil 60pz 32rrf ukp1 29cfp 1r6zq 135mq vpma 1d1i7 6fnm 9yh0 r1xy 2ay9a 1o93 11m4g jm0v y22x 26dw 1gsom 1c6qt 5jwz 8v1y 91qt 31oq ys0g x5ic 16jxy kjvl 6pfx t2xx 1cv46 2ga11 1xmmb 5nfn 2dqc4 wz3z e5mo 7mqo 2grbd 1phck 21c0m z38z d0ri 3zcor te1 cvwr xisf fea5 dezm 24mt yeev coej 7jmj siz5 hme3 3nspx ijp4 b6a9 3xgv erwk 1fw9i q8rs 3lse ch8l khtu e5d2 5q94 16n7x 10brb wk7a 1uvf f844 4dq4 pz0 29 992h 4gxd m6he gjn5 1jolq ie5c 5dit gb1b yne5 2i64m ai7u 18ycu 910r 17y2p 3a4lb 12cki gaxj bugn 6ese bsbk 1six3 v7yc 34qci mw1s 1fgrm 66xu 1bl3o ek9s 1ki81 3yt0 agzs 7lt1 5vco wi9r ozky 6pfp y3ld 133ma cevh 4s5y 2075 2als 6bmh 5lkn keec r8x 13fjj n7lf rsf yuml oirs 16no e3k2 1s1q1 1ovob 14jz 2i0r bueg eaiw 1vvih 16zkq a1fj 1r5ft nyyn 17x1j bv0o p1fc p2a6 1rejb qci2 o92m 14rb8 1pdku a1yb ygv5 1rz2s 6ci4 wiv3 og4v 32x6 txeo 539s
7:ay7s4l 9fh7 1eyok npwn rv87 8eme 25q7l b8jb 1pneh 1epxe 1u90v 7x74 im5p 16p9n 1dq61 yjee 22k6 24ao3 fm3h fib3 4j4t1 ni1u 4vvm 1o5wt 16sih 11xz5 rlvy duh3 crgy avad hbww pbk7 n6lr chh5 t0aa w0th 2mmac f8z3 1q52o gvup 3ahx 41k7 2bbwx 8h8q vdcb 2uxw teo1 1xvpw p07z 31m4 25bd3 nrcn ihgf 1b7qz 44ta m3d8 qagk ji7z 1apr9 ft3y 1ca44 6tnt 14j7a 1rsar 4g1f 40fbn 7bor 18i56 31pbq i86i 1jeiw 4om5 7fkk ypv3 occ0 bkyo a8v8 6r29 1d75b 18alr oyny 7cqr g7h4 4elc uo7 ucbo d9j o8ke yojn xwdn 5vdd 6ji4 1338e 17e2e v1kb 1e3d 1l2h 3dpu7 1z8or 1v5d 2x0v 4ldu 42in n14u 7vnd 8omi j9it 39fs a29h 8uyu 923b 79j4 16t7t g1gt r18y rim7 emg 1c0km 2l1j 1mp09 3uhd 1rfc4 1dfl4 yto 1kr7t 8pv5 lt57 eeg1 p4b7 184jm 17blz 17tmu 1vnn1 1naaa p7n 1bbe z69 h814 ax62 1e58r amwo 7mx5 dz17 1gc9c dwjl daqq 47j3 2qqy ciey 5byx netm 71k4 54jx ovug 61ju a0b3 6lnu 17cpn jjmk 382w wi9t sm3b ynky k1xg bhwk 2vhvk cnk7 y56v iuhh 6dko 2dp4 sg7 12l3t relk 13jqt 1bbkj fave gawy ol2m 1wdsl ia59 18ulp gt5v xxl1 nx0m cp82 958j au5a 18i9d 1t6ho htgj 70g6 6ilm 74w9 wcty bjb3 102zj pvdz 1ozw7 1bss4 l87x fipn asiz czen fhw6 u1zl 2dh6 49zv hj4b itzx mtt0 2w6gl 21jcm 1tu8e 1hfr7 27rro jyga jnx9 i6wg 2gtwk mcl1 mwki 1zup9 wdcd l4km 1515e ho5s dke2 18nfm 1u4w 113h8 7rr1 mgs6 wkby sf61 dr7z 1nm2z 8518 bije pra2 bzne 1azzq nfxf c8bx 1u8dr 72yb 20f2w bqch h357 269ok 22ar1 1w4w1 4rog drc4 1fn5 r2kf qcn6 j3yo aw87 24jh mk9l rts8 f249 1llu5 4h8t 2awpe 66st 4xst 93ow lnt3 bqrq 1hgrm 1myqk 6fc5 woa6 ia21 1j918 lr6e ymw 7p0q ed9c 1ue93 ppg5 fskq 168ye dgy jp2k m987 fyh 1iodd p9nd lzyf 7yll 1mlxl 13qps s0q5 18gkz 1pp2v pdr2 226a nzh5 12ac4 2p7j 21bia f7yk 3hs 1d8aj 16o7v 8yex ol8n jjq9 2hv4i 1efcj heu7 qpi3 au5z 6jli 81f 1iphe 3713 2fp43 pywc atef cnx5 1asw 126tf 93nn unn5 4cxf 6ejz 28yw0 20t38 mhr1 8924 avba dpwz st17 d05h 3kop 15r2 12oy9 jlzb lh2z c862 k2sr 9c9x 5764 14b36 tdm7 1igr3 9sib 22ek0 dhb4 1mghv 7fpt 15wmk ysx4 3l7wh 11qjz 1lmkw 1ft2y qg0u uwku wic7 8qjl jntj 5j48 ac4z 63jq 1k85 14991 6ai9 1pi7a 1hk6s tbxh 2nbx ir8n s3s8 1o3rm 6mt9 u164 434b 7u3t j0z9 hl6b 6qgz wif 1ktot o47k 3e11 fn8n 1ku9m wzs 2pv0 6nsn o7qd 57w0 5ybz 49ig 21j2b bxf3 8n7h 2178u 8pgz fgws 1yzhx 2tve 1dc7s itpw t48x 3ery 27vjo hwjx 3bf9 e5mp 5jvt 157y0 4uz21 9u9h 1hu1r 2a0eh qeem ay09 5kbs 3gnvu skj5 1pdw0 f2bg iwz 965z 1q9m7 4zbr pf3v 3p9bi zr7y 7wgp t8vb 3794x 1j7gh 1bnii rvi 19si0 9goh 62qz pr3j lv37 35hl 2xf1o bfx6 sc7c 2ej92 kmtv 411u 11nm8 12ssm 2gz1 1mapv oqsf 31fl2 y2d cv07 z3p2 107u3 1cfiq us0c bvea d4ze 1re6 579x btfx qnob 1kaju zlr0 1v55p 6bsr 18p91 1g49e 1pe2 defs iehv ihi8 1jqq6 rj6p r2gj 86fr 6fwt hqd3 137h4 3b7m 1trjm jdp 3lwj 9yh7 sxup jv1z 38biv 1oyp0 b3d2 a8yz r459
7:m1mhog gvl2 2i8s9 165dl 1ueid 123ms subg 2sxju abqy 11ogg tted duta fqms nqd2 1vwau rkvd 3vux 1c4hi 6mop 1blih 134lj 7awy 9y52 s30j 1ecok 2ctu pzbx 4lkc2 rajj 1rkz7 6c1f 18cs3 888e 8ymb 204cl 1fhci 42gqz tekq 36w5 sq2s bpjy 1508 kqc5 i54t odf1 12fw3 1gbvw 9els 9jzm 4go5 x78 i38p 1l9l1 8fnt 1ijy elvp adxa 8hek 163br c9c0 ld68 1q4gl 4an3 8yvr e3xx 3xr9 v0fw rpsa 8fcw 8g54 137xr 1drmv lqpv bf7i 65u5w l0y6 b4r4 sszh 3m4g 13qaw gpv1 14t1x 4wyz auc3 74ny 15jo3 rikz 24ah lpfd vddy 2v6v pmbv 2xoa 14jfh 39gae wspu qy3v 1e2vi 2ohlu hiqs dj6t 1s7fw yjb 468v6 18p58 17i6 50bn7 lfk8 5i6x 1t05q 14hwd 30fy 14me7 ujn8 jivq 14nyd 13hon 3otge 9pcu lx3d cbg qlrf pzdv ra8i sjn0 f6k7 z676 g369 1883z 6r0w 76j7 briw xy5u 145lo 3xob 36vsb 8446 rn9m uwfz pywl z1yx 2et29 37fog zeh9 15vdu dj25 zrb6 3lxy 8owv t1ig lwfr 4to6 1byos bot0 tbu0 1mxfg sk8x wdux 4nqo iy1 2u6nf 26n58 13dsb 10n3m b9ej 2qoyb jb9t deu0 13f5e myqq 1lnuy 97ve 2k3t 6yl2 15hzi ger 8kht gkuh 67gs 1k9t qnnn dk7u 158ju 846p gjwm 1mdpo 56ud k5v1 dpnb 9enp 1479y 2vbs 10mg8 gtps 1wtle 1ak2v 9xu1 hlqy z577 266f pi9 zflk d0wl 1np5x 4sd e1ga de4g 1iw9 1ksfw n5vb 3al9f 8j57 14a1i 835u t0ml 9nnk ffcn a5om 14qo7 ed48 1qrp j3di 2nxp bqrz 1r6na sltj u6hf 7lrn k3jc 2t7u 4k2w 1govf xsa pfe3 djr iwks prbe ms4x 1a4mn 1g4or 1c7i3 ex4i tre ajkm 2p3u h01n 32mi 1x30g 11dzz 1xp7 5hd8 1fslt 1afwj 6owu 1k2yq 1w9r 29fp3 frbl est5 1bnw4 giw7 12jke 102nl 6nb1 2aq6 lkjg f042 144aj pplk 5b6h 7zr7 hcq9 6iud xq3z 29xnx 2wy7r fync fqqh 3sxv 3qwv jcva 1txnc 13zgz 15xx8 180xi 1buv7 5y5i 7tbj 232cb 11qti 8pq1 9ovb bbw6 1qvuq 1k35 l95z 3viv7 663d i2pe w798 pnt 7g3g 14v02 n9tx etk9 kc3h 2a9r2 5vs9 7hnk dzn3 49tb tc64 x4ee c1fc tthr 4dfo p13r vrs7 vaq cghk 8tao 343q b9l8 1otst 5nue 82a3 mhus q45t m2nq 6tja z7jj ks61 1m6s9 12zl1 f5v2 147bz 14r0h 4f6 361mq 1dazw 185b4 1crks chh8 1hdu 2fgeh x8xe 9q9w 4thc i1wp 27bj 2zaju xf9a 394sz f367 hj16 14lt ce8u gz8n m0wi o7xf 16hbl 2b9v0 arro nm86 sxah 1vm3h 6kc4 1d799 29isx wm6w 1u1vy 1xr73 1jhox 38s4 yurg af31 1k7y3 139mg 123g1 3ytg 2wqm 3ofn 18xnf 2tiol t4g9 1fipf e675 cpoj 26dp1 ctl6 26icd aabu 1tort 16nvt m5qv 7j2 jyn9 13ugt 21px p1kj zjc7 ec2 7i46 eu8 1rqyb 5cad 1o3q3 gmjg azpo br44 3izz ft2g q0ti acnq 7uz4 4tzo 1atyg 99x1 3zom euk4 igmx 15igp 1msxx hzlm 1e2l1 9rrn a098 44jt 39i26 dhv4 7jhe vvk6 1yi4 12avd 15zc fytv 14a77 cqcr 2k367 gjb1 l1c 36pb no54 ij4g 12gq4 7wor 241t6 10d3h 1sp0m 2d362 1ak2l 8rq9 8jza 51i0 17o8i 8v6 exxo 5tzy 251g 1kx2 q69z 1l7tf 1iml8 py15 2666g 5agu4 m6r2 2duhz k4jn sha5 e3ly 13mt rxwp d0oa 2usx 28nnn w9kf 1qn1s 19sqa 67j3 bqvp 9tps n2ka udb2 a10t 23z9p iha9 1h2g6 2av3j 3p11 gjxk 1tzw 1z4f kb7n uunw cgka mzxr 1nukq 7xmu 18wpq
7:xm5bue 29mwi 8pm 3xtkr 268x dghn xl1b 1ps45 3dtw 21sc 2b2m2 1gghy rplp b4jq 7zzx 1ku2 cnl1 zem1 dz5q baiw 11tud 8em0 l33a 9zy8 1vyg5 cbp2 1clwb x41g 6mo1 iz94 h9ma nkqt iqef 1ekgr nfbt 3fxhj np99 ornv gzzc 3smz 90xh xjue 85r iaq0 798w ae0k cm9n m8rm 22x7v 1izov n042 j1r rp7k 189rs 55xl 6blt 3mf2y 16m1o 3lc8 9yl0 mtbq 99ea 5dd6 p4gu a991 2jit 1lsqp rjx6 l0tw vfj6 14lxi 2pd8k 15xx9 oa9f 17l2i 31hz c3qp 3b5pn o58l zxeo l90i kfdz q8g7 641 qsq2 pjy1 ed5i jmwv 16st 3r4 8cn0 2en5x 48gg 2t965 295wh 2ar34 53yt 153bm f862 tsz4 1p3p1 hvw6 ev0 asrp 1fmcw 1fx6c 1az97 21q5t a0nh ec96 zad 1pcme 2pbc9 103rf p38a nqnn 9wyf wje8 xmy9 1ecyw 387t 15a6p 528z ovk7 ykqq n87k hi36 rkij 19ifp 13k14 d7kp 14x3u 9gf2 33s8 jy0i a3es 1grzb 2gnkn fpg0 10q5n vg3p t9l ayyv 2v54 1llj1 ehz6 poe 652u a1dh 8pu1 12i9d hthd e3vg 1qubv uquv 225ot aw9l 2mqfj msrd ea7x 1bu96 9j0x e9x6 qxhy 10x6k 1lkh9 13kiz 7529 2png3 2syet 2t5 bpqp ntda ofrg 10lnz n6vl 1072s 3j4zf etks 598h 1lics cgfp 1rjy1 uk73 1ly tq23 1d4yr 5b9r d6wd 26ne 2e1 l0p1 3w3w sfto 1vhw 29dtb 127c3 2w1yw gocx f3un 167wd tsnc pct4 iwco 7mkq gncz f9ju vci6 791s gx5b 10wpl 397gd 92tw 1b5qw mixz x4nw 29pbt 14ntq dfqx g4t4 14djd 3ylr 236uc 12xx0 13fx0 jp51 ees3 7hwa hvrw 11rbe vr6t 14nxz hhnq 9vjk 6ytt 1k3ch 1000f f6a8 t4e4 5asd pvkf 1cthc 1laz7 21d2k 371ky 2s09 89v1 3bbu 2okv mfvp ipgl 13d42 1v89q 3mlh jpa6 ebk x68i kdqh 5afy 22ph7 50pu 2i5ug 17xk8 brmu 1c0fo c6qr 42y4 1ewuc u5sl byap 5rzn 2t22 2sczo e3q7 5afs j8zl 2bcp o4rz 1ys9e 6nm4 eox0 fxpt noc1 4kjh 21qiz 11gid 19a1o qjrs 2fuw 2fb8o 6upm 87ts 1u35e r1qe 23xe 2brw6 q40p a694 st4g 3zpp 9ghv ken5 sk14 3s776 uxhd 7wn4 ltr6 1jxsd ebxo kmy4 3z8h bfl 2ya1g 4o62 3szj 19syd 13jjz 179n 11ol0 ecno xqap nj7i iynr 1oeb7 1zdfz 1k0vh en9y 7vme abn3 12xn0 2yeav eigx 10bak 18pc5 14te 1d4sj xf98 p3y2 h7tw 10vd9 a0uv 11pae 131j7 3bht 1hpne ipuq 3xgg 1253w 1e50g 61sa nely 1c77v x1ba 1lbo2 33g1 2bt2h 1f2l tqr 15za 2ptjq 2224b 3fss 19e5c etlt 97ns draz 2ardt 8mfs mq00 1b3nj 2z9uc 7710 5v1t 15r8k 12paj qkdh 1lqo3 1zyci 2n51b 1cwxe 26cxw jorh f6a7 36az 6ulk 2chy 88gz 8h8q 7wbo 15lcd 1u9cj 2r2iw 1ejck rsex l2dk c6no 3c03g 2dji6 c28o 3c87 5i20 150mh 19nzl 11v8p 2zfv 1rr7z l4un 136d3 q99m h7kw 1hb8i xuyd rfgr 6tl5 k21k 27f32 chdp 2dcqf scfo 2diok 1m4qw uerl gecz 87na i6or crpl k68o 58y7 xkaf 1my98 29one tgbi 7eat fit2 1dyua 1fimm 397v 1kmli 1rbdh oovc cmqv 12p9t oo14 6fdd 4t8e ti6e mhxr 17xi gvzs bh8e n5im 8iay bkdt 5tju 2ni2w 1rvlq 3yjl 11uv3 3kbez m1yk 2a4eh iuuw 1jgz 11eg9 1je7m j90t z74o 13vhi fghf ai2a 140wn 2p05 jrki 1e09g 5cyr lwoc 12l98 e9tm 18n8j a0uw 112mr a1sd dnup r6o4 8vyh az3c 1foi n5jp 1b9gq 5x6g 17afr 193we ofzh lp3x bakn uub whd7 cl1 1tqkf gsjr
7:19k5n2h koem 1w9hy 2ahes 2qn6 459r 3mvz ul6y 136ph 1jkz3 fjr7 3xzk 14f72 iwsa glrn xxxd 32by 19fjz u262 1vw0 isan r4ce 1gvpp 1dd0g nwwx vzuv cypl 1fzqg sb8i 1tuq2 idbi 5hh0 u30 1gy3c 18ml0 5i5f 1g5hz 5kop 161ik 7h63 1i9zq c98w 2gau gep2 20gp3 2swp 11nul 1etd7 vg4m t6x0 1ipu8 6lxu ho5 d4k3 9h2f j4al 12njj b55x 21yfo yemo b7zh vn22 nju3 sre9 sc38 1cavp 88bo egwc 45pp dao2 jwj4 199nl hi0j 952j 2wgp 4isb d2ip 11jua 18cav 736t 7z52 8mpg 7q0g 662v pv97 cbh m4x9 e56s 1e5qx 9fxz 44g7 pg7q acvc a355 2koc phr2 19cjg ia2i pakb k8cg 58ca v5a1 1efgf 1bfqk azs7 csi2 919k pswx njm9 5a8v di8f 133ui ix80 4men 17k3d 1dl5i 3td7 1agi7 kqxx 810v 1e9lp 6i2z 3ozg cx4y mni3 4e99 7r6s 25miw 147qp hdl2 1273a 2wywh r50y nuv n1q5 5vi0 rcum 1dibo inil p6fj 3tba7 14zft e905 3qjgn fman kscs jm69 pwwb 2atrj ljfg yfnw 672i 1o8y6 6091 a4a3 1dvbw 9en rm15 sxuw 45yl 11u5c b1ff qc6 kkvc 3w58 qgzo fhiw 8a8r 172az 4gsb wu2q hl5g e4ge 9sar yj1f r3bf k71p tsya 1f502 s677 1n8wm a5ef 18b0 8ss3 cmdq 1o1t4 h7kb porh stvq g8pm 11rx7 hz0 akos zrh4 1ihhg su71 8c3r nh2x lfsc 4ctz6 1rhi 33zj ciwj 1vga 3cas3 22dw 1gy 1prc h2dt 7e4r 117jf 1gbd cd9q 1fbi5 bz7e 6nk7 1fgil hgcp 6ndk hkd8 9ldb gc90 5ty5 fu3i 1uzff 7l5d 8urg w96e 8bk9 h1ed 4ffi 6hg8 5j55 a7jy 1qhmm zdxt 6flp yms6 74ec 1vicx 18dt6 2wx3 ils3 vanm 2tr2e jmcb zrfc fjyr 386h 3a38 1djij ifs8 3ygcq ziw8 1b9an 5r1i pf9r d04v qoxh 4fn1 efy6 7rs0 p451 61cy 11vw3 hkka 1ejf kiqj 13af3 1ugnh 18sei b5cf jld5 116e1 hn37 11emn 1n6vu v8b9 6ngs pn6h 1d5pz nny8 gmhm d8x2 19pu0 edte l4x2 9cgh td0t zqsn 1cvdl 6p6r 1p3m5 1x7vz 1ju8s kuta 27o1u ezih cwdx s9fl ex4j cih2 14ra0 355vo w2mi 6a5q lhky cm50 46am8 195we 2ttr3 11vfk 5dfb vnhb 1bhij kwtu 1k28x 24ube 1agr3 9t7q 7y0e 1ooq zafl e8qe 1vpnd whs6 2a0l c74p wmkt 62h4 v16c klxn 1fp7c 1otpy 6t2k 6id7 1k09w dfyf 51d9 w8yy 10w9 1lbsb hfje wpf 15ht0 1n5vl h1pg 4tvn 73r 1aowm ob0b 2hxmy 7blv nqs9 37gi5 icvx b6kg bta6 jhqy ekjb 2ebjo psoi ev7r 57x6 194ly 2wji6 19wh euf4 1qj25 1sk7 3dmpy hyef dax1 2u8t hj6n 6kc8 128pn 5wze k3fh 1j9p4 qnfg vn8l 9lj5 6atq c7h7 qc43 5qz4 1advk 6sp2 26rdt 921a e1fm 8wx2 href 9vb9 d6cg bv4o 1funw s5oy 6tax kf2s 1cmjj 2mzom 9wwu akgy 3gqv iyv0 vb3p 115y5 2fyw 4tkxz 1cd6e 1zw9y 1cue9 frj2 11tzq 11maj soo3 1bxh 32n6g 14u3m 1c04i olhv jeuv fo4a 8y7o 1mjz 1fpli 32j42 ucgt uznr 26wn1 k3db 2sg9 26734 17hjw 1mgik 1hywz 92u8 1dwwa at3w apgl 1zgzo 1nr09 1kv9r pjn9 1j5xs 90o 5tbz6 x1kb vg7a 2lwbm uhdt p0hk jiwu zo9x a6uq 8ktg 1jq9o di49 18rxx 2wqgh 4dqgi dmv9 2ypl 1o15z zd4 2m63r 1cmlw ggyf s23y 3fbl 8y75 h8l 24mka ch3j 236p9 1bu1z 36iv 7p4n 2g2ug 15gjg kkbl u5ot 16486 lt9 2a9dw fh3y nijb 5ffd ez74 1nxwz kvxi 1td4 1z952 1oggf c5eg d6go 10vz6 12qwm
7:1l33y0l 4zsf bb56 nacb 3hsou 5m73 2ccj 1cboh 14m16 28cy 1iag7 vwgd a51w bnpg 5e9i h7ro lyhh 1716m kuhx ngl6 1oxh 1czn cwee n9re 1pgp 4ewe7 a5np eqvv a70f ogx6 2dah3 8odb 1ymy tqnd x6dg 2jac 4n7k 13q8r 2cof4 2xff mcpw ojx2 ax1p 1kdg 1emf6 1xcv 4863 15jbd 1wn7l igc1 90eu lvkh 99b5 1ns0 mvff 8lfk 6krs tvum 6xyb y75m 9818 4zp2 1t6tg ex6i 15eex 1rgh 12jah 128db tlu9 nzbl 59vf 51lk 13u5d 56a3 1fppg crf 1q41c 1z1g 6e18 vxew 5hi0 1bphp b8de 19c4n 2v93 2kcn2 lgnn 2yam6 hqbu 18mo kwow 1056p e8mq 23cv h0o6 clfr h0ps 2dbs 8uuj gc7z fqlm 4qdm m3l7 3mpn hger 9dj 14g 155lj hm6r 2qhe 10s96 18y6j 6c0y b6ib nljw 38lo isv6 ajw4 qk87 1efh3 1011i 8yz qyn2 6z4s 4b07f 6ymh f3l7 1zccw 2m0i 1kfzt qwe2 1476x ga2z 1jbg 1qxuz 1dd06 1c3rn 48n4 2qld4 wd1v 15zxs b4jj cwjr 88m2 161e3 1isup b4t5 ldux 42b4 vk4e 167u6 f6kw 11pdj 1c3i4 fjub 1mo9c 1ava7 h32x 1567k 2ihu3 g64t h79x i9vx 3ifto 179sf twtd 733c slyn 1r2sr 19j6 1p7g7 4y0z 193a7 1wwl5 1f0jk fayb nimr hdm4 1molu 1ip3p hfkp 183kt esqy jb3w 6qkx 10l8e 184de 25pl4 h249 ayxb 9fzi 170c7 cqto 9zmu 26chz 21a55 f7wy cjk 6265 ex3i 13vkk 1ko6 25i4j 19cj 1qgwp 1q56d exvw 12uo6 qj5q cvoh 1ctju 632f t9e2 12hcv 1eixq 6ae6 mza6 mld9 215sd 315i 12ayl i9h8 47azm 20hc 53wd 86bl 48vq 265v 2u8ni 3p7u 4e05 cf7u oxmm 2j4f0 6uu6 1dsem 1owo 1zv2k 6qs5 4obo 4ec6 5bjx 1sb04 5cr7 g9i5 c6ht q5nr b6sk 1rtm 764q 6cqv h6wg 1mplb 61ku 1j7aa mekh 15o8m 39ty dtz7 o1n 2l8nh e05v h2l2 8ll5 drlj 1md4g au3 e990 11qqf a4bt 149w gv55 mf5m 10atc 1k391 9pzp 227o gb38 e4k5 e4o5 1n1at 168e1 cumz xvww sdr1 3yqz 24ucb 14m8s i9ls di5l 1pll0 3hhx t22q utv l5bs 17ptv 8xn6 elec 419u 5ie9 1ghkt 4pex 1i82h g4pu 16pkz 1hy6t 1bp1e 1588a 1gv89 vxrk 1j6z3 r6cg fnxw jwmr 3cn8i g2ra niqi 26hil rhdh tlxl c7xq e2t7 bpdm 14ec8 38bbv 81iq na1y y7ws qi2e 1jksy 1jpmy 5kjj vkbb cilm 3ekk cwzv 4kv1 f9ym 18cfg gytz 7fx1 11blm sazg 3pcna 8jw2 whp9 z5f 2ycy 2g0aw 16y7a a43r 3qfx ftva 1h2ti sa12 1f0io c94m tiph kiev c3vu 449m 393h4 nky 261zx 1g6iu e4za 6h0p 2slhx jg9o 1kiuv 27jmp hu5z 1vu09 7xns kimj jtpc 972r 3sc iiul 17ig0 tgc1 32n0t n5bq 15axr jhba 7afi 6k0g 2y2f ah5w ihw6 o3my d4ei 1rv06 hpnb 10gz8 2mg99 i453 lgwv f5ht pows bdm4 53le ln5g lvib d2l9 22p46 yc40 17kce 16hd vsw tmpi 1vbh vsn d3t 62ip 2umv 30d6 12b1a 269qe h39y ljv2 2pe1 zwpi nrcd 14d9r ppk6 9tq9 p9a8 8w6m 5pgl tprv 3q9u hitb ev02 c6l2 vccm i8mi 21x3g 2sdbk 11t95 4e0u 9jel 1d50e avh5 uhe7 xwg6 2gggm 6yxg 99st 7qgq 2ygko 1i564 114z3 3z1r 1rxgx 43rk 2jbh 5gr2 2301e 103lt 153w8 camu 12r8 xmwr 30s3z 4qd5 du2l rzno 9j94 jvmq 1dz7u 1e7f8 8xp3 1czr 861b 15okp fzr4 14np9 o9et pbkg 323d o9wa 1ro02 1bhr3 r99 2xbu9 kce1 140a0 3bp4j 1lt3 3mgv 1akep 21258 1aa3u 5urh 18c34 s3hx 933n 12ioz c6o3
7:1w472fm di8 9gea 9h00 25yh bnxz aygk hj1 som9 41c8 1g5y2 tnbq y1r7 17a0b 3gh4 1rwq 1f7g3 aub0 7e6y 19n6a npzw j58v 5fey 2i2ad 104pw pvps 1308i 5802 2tz5 aat1 52ct 6y9b 1ggqc fv5n bb0r gcyy 7xls 1j0db k5op 3hyw 8nda 1qwz9 vbq2 46cw lgwi 1ydgf ramj 9a4m 4pop qh1a wmvl 5xyp dhf0 1mnqd as4f 8ie1 13x09 mrke hnhw 32gn 3kbs 1klu2 l6pb 8zgz 74r6 p36f 28rd2 mav0 digj cdcq 13wzi 218y f2a8 1gzwb qcnr 3rcc 3uo8 1w7f8 1noe einp 441n p3yg 100pq c5pa 1g9r4 loci 83xg 1pt47 4oz0 ter3 8qqv r1tk 1g18b 1jbfq 1d75d kl8a dbj0 2ubi 83z2 5vyc 171op 1df9q c6yt b7n8 jrz0 7ke 5t00 8b2x lqnv h6n1 rxu4 do1y ekcd 19ugh 1zegb citn 2mppf fyxh 62zt 8nl 1hgm nd6h vot7 1o300 b5b7 qu6g r3ti atxr wygo pe3c zyjr m7m3 ccnf iueq 4itor cg2l 40dn fgts 13qpf 102mt u9bu 2jnt7 1jg8s 49va 2i42 l5vt al4u j8pg 1fuag 2kwmd
9:ecym 13yxz k8tr 2lt2 b97m 39koj 5qug 1yglc 3qv0x id8t 1f6dc 2lmy2 1wjw 1ga76 1l1c o92n vupe 17tx6 zett zt0g al81 11g57 j666 2oc0 zj0h 4g78 1i89 qaz9 zwu7 9xha wr6m 2cix0 7h2a 5o97g 4aa3c a231 nn3b 3aph2 2787w 2y6h 148s7 q4q2 s5ys 6y9j dza p7ph gv8d 1jv2o 7tcg t3w6 c1lo pdw1 2vidm kdzw rhmg 1mggk a4u4 1ykmy 1yc0b 1og3h 8dah 1hg32 1598t 12i9i 2kfq 1sr9 3mj7v yuyx 17czw hc2h b0n4 26fxj dywx 190e6 2a9lp 22qts ly6e 2fqxu h1x hx3f 16h65 3p1ju 3u7e 43s2 2kmbo 930e 1m0ff s3gp jr73 333m 3kqju 1e7d2 f3kk 3ums slvn kepe zl88 pzu7 gbr7 10ecz 6ru7 mfm5 5yc9 hydm 1bfkf 21ud5 154bb 5xpq ln9x 4sjb5 6rte 1zio4 if39 3bcb 1n14i 1ligz 1v38l lwk5 2utpy 1xk0 1gxty 12e1 21x4 r17q 7kkn3 7eb5 10phy 1mqu 19ey 150pl pii6 20nm5 yyn9 244r 53ke7 b2jd 1u6jc 1trdf 1ee5i ila8 pdvf 2fcqn o4fg 48fh 1uhu6 1ayvj 2l99x 25v4 1w869 vhda 2jxcz 3lmj6 1898 52n60 1pefc 2qkge 3lodq 10kbr 1fvqr vpwt 42kf9 2f5np laxy 84tr 1ekd7 3tqvq 3s3z lqko 13vjf 2zu1f 8x7f 8jgk ufo1 yba0 189k 39k82 1f93 1x0u8 226cd tbcj 1ellf q5hv 2qb40 cwck 25xls 5u2h 47yc 12srg 8xoy q9kw 27qvz 3ub6 osgn gjbn 11exz 3phei 1zwmn 7ei7b lhu5 4sc4n 7tla ghge 3oca fwi7 qlh6 13waf 32b1t s2y2 176dj xhpz nsu5 qpv0 1eu7b 4otdg xzxx z8t7 qqk 16r0k yp84 lguk 3nppg 1v7k1 bsat hrar namt 4wg0 8lp9 ll17 y8md t1lv usyq tvu7 10hfo oh7s bctl 1s3r8 160j1 2osxf 1ikfg 6pvl 3u5wq pg4 krig 1syjt 3ywvy tz4e i2ad s90q 359hd 4a14 2ab4p 19azf v7zq onxy 1p9c9 tiry x029 23pj6 1kj30 17msr 3g92 csmq 1qe4e ib1m 9cp2 1au05 1mrns apso 38fx 1jd9r iino h06z 1q27j 7i5y 8i21 19u9o nh8k xysw 1go18 5rlsp 1x0wz bfeg 2dat3 chqf 28qir 1auuq vzqr 2u8v 2gxxj 1c3w 2eja1 9tef f0dt 12043 8nf 16943 1pm1k 8zd2 agt2 iluh 66sz prtw 2xrpg 2oler 12bc4 74g8 28lgd ko0t 1qzgy nl6t niy4 eajd 1kvrv 163s4 1236m 5f75f 1sjse cpko sk32 7e88 22qck 1ilp 102g2 15kwv avwr 2o69f 9oec oanf 7usu 426zl grbf kvdz bkl2 32evc eel er0o g1gt 1gk8 y7zk cl9o pult 30n4l ugnm l355 wunk 15usn 3bd4u 1jvtd 206hl lk36 38ql3 b0bv 3bxi 13zzp ecqa wgpy 2cu7r heke 1kjyl 1nasb 14ta3 19x8p g2c8 19vfn xyde 1i2yu klct fuyx 1hfuy ao7s iy7 13o7d t16p 124ja 15m5e i0k4 314tl 2gaem 4yit jjv9 1nuo4 1jbfy 13x04 2g2gc 3trb btop 1fp46 835s 3c92 pr04 orej llm1 4vat9 2150t 1gfdy 3151 1yobr 2ds1g e2mz 8u4l drk8 d7lz 6uohm 13ur8 45dk3 3cr0 xv8i 1iig7 ca2a sj25 5ap5 27cok djz0 1df0n qk4x j7mp 28gyp 3hgxv 1wy0g 1283r 1bnsk udaq cqax 6bmyw 173o7 1m0j1 9j8f 10pxk sybz 4e3uy 47b0 5ixy4 1nz8 bhey j5ca 13fkq hcfm 82pl nd3o 22v9l ivfn k35q 3wkpy yld2 12fkr zaqx ql6e 12bmf 1epj9 1dcce 5gwt mtix a652 g1r0 2ce2 q5ax jff5 e4tq gqdq 1m4ww 3r406 2nmlq ddpt 2mdi5 a2pi xtuz 2wv9g 182x1 9o6r clfe gmh6 l2kl 4vwm 7o7a 2bakv 1cdrm 318wn 4efu 8e7t titw 11wyb m0mr iwxh 1lwb0 bp61 3v0gn 140mg 1k1ls ouz2 1jney d8zy 657yb xao9 d6n2 4afxf 3j7ug 2fjp2 fpgz 21k2v l6p6
9:hcdp5m 1p0y2 ve8v 1srfl 2au9l 71y0 fyou eidj aurw 1oy 12fun 1ou5c 11e4q 15bwc 1ecw6 wo7o 26mig 20gl6 6oeo 1yzl4 lk6 t9at cxyo 1871p 3x5yy 2i8eo 10x1z 14wjp c0h3 29xjh 2ozie 2ah9 tb5s jkuc kjc 3311 wc6a 97hs owsg g6tt g5at kj2f uhti eab6 1yock tc09 2th0z 3ml1w 14aym 3jjv nfcn 31af 2cl6z v73g 5x5a 4vom 19rpd 1a1qm brkz esyb nj9 1wa9j tnxb 2j2wg 7gm60 bklq 17j8h 1xtqw 1cwoo 76e1 exyv 257ik 13b8r 2nflc 87ol afqb 1crd9 j42n 3ch0o 3ju9s nd6j 1bbj8 1wivo rv10 j2f6 54pf 3z7z sosx 2u8hg dvsn 1b5w8 207r9 13i6f 2b4hx mtjm 2afa3 1afv d99f 3iby6 w69l b3p3 tsov 1m3tx 7bun xsa1 20sy9 1nq7k a6o6 1h0l 421pn 5n32 45v0m 2saxh 1wg3 1fad 1mnn3 30fb4 2bgtq 8pko 1p1 2qzlh 5mh7 vs4f syhs 3rtz0 2ttu 18yvh e4v 1n3eq 3pzxq 2v34z 42dz 2ojl dy9 3wib wq53 c2wk 5rbg d261 1uk5w 42u0 mtqd fhco 10lbo 91aa qc58 54wgz shrn o1b 13kuc 1apw5 eeyz 2xw5a 4tejw ec2m 7cuj cfvs pqor 1a0vm l7ir 48vhw 11ah8 9cm3 3iu7d 3kvvi 1hb93 2phvy 9n0s 1n0et 281fp 1qkfj x20m c92m 10tyo 1tzus nppf 180tf gh88 14ocf 5wq0 2p67q 6dqt hqug 320l 21wm0 d2w3 rd23 m7dj ew9e j3rv 1gzc8 eavd i6ax 7ngg 6olo6 vb4o vmzn 1ds3x 2czpp 28eoo jqeb 12d4r 1evqb zjnz 1hbi4 as23 100h mkv0 ayry 1fwll iyaz 69gmh 70x8 20qyv 3afsz 5j3c1 ao3g p4ae 17tfq 9rld 1d579 446g8 7cwg5 2cb9j exmw 12c5 1hya9 1qypy me3a pqyx fbob 16e5 fulh rxbm p8bd 2ehle 19x52 5zp 2wa7w 8ooq 7z2pc 38dzj 2j8ki m1p1 1mge v1gw rd0k w652 cevsb tpeg p3l3 59n9l dqfd 1bjxh w7gf 15xu 31jgq 4wkt 1kknu 7ir4g 14hht 1883b wj16 1p5w 1l4id 21cjm 2g1fw i01p q0sz snvf hgp5 12nz0 3byvn 2s3ef 4hshy 145ph 3o94 1otuq 1wyad i4sq 2qz08 1n6e5 l0t4 4pgjl 3h4qb 3kc4b xomg kalh 2mkaf 11tl2 2hz9v e973 jyml vnlr qmgo 16d8t 12mq qwsa 127a7 1wnby 1c966 ift2 1h47h 31tvo 31r89 11y3e cmyo 65ob 4pyz 600b6 1iild dvvm dhbc rw9q ivx0 1u5qe 3as7 112w 1zsic 7427k u8x7 10bip werq 2q9vj 3r0wq 95sg 1an9f q07s 1x5b9 5vpr dp1 a1nb bw06 pv7p aw1t kbgd lg3p 25j5j eo4g 1utsy h04j 186ci ifvk bocn esi4 16jto exmz 17ekp kyxw hoo5 20mp6 irsj 28seq ho2z ue2a 1y5pr jgb1 985j p97l 48fdq 9fpqy 6jm9 cyl2 fr65 1q2rd 1uzv8 30tj6 a16s g1rc 1vev7 i01c 9c1g f3bs ihqb k1md q2u9 505 xjf ahs9 3giew cosq 8drc 1rfm 196mw 1j3oc 1f6p5 wbz2 138og iud4 1hjt9 3tfs9 4qxo7 2l1xy m9sx 1hlb5 13xk4 8odt 7t4y msn2 1aifd hoxn zb6a htn4 rev 5sen6 1jaqh 9bzp 19kip 5p8ac 2rh51 1ven 1cn72 10ycs 69wy 111sp 1v1r 5v4r 2exxh 1cobb 17wsn 50pub l9lj 1751a w27r q0nr 3asxt 14f8r 5a1b 37f8w w921 18ec5 2s2ue lgyb 4107n 9z7o vi6n g583 zz0w 1j6nd 3grm rl30 116sv 66q1 3kfzc w5vl 3ls8 124bj a3jv 1h0vm mhky 57dho 34crw h800 uluk 510w xfyb hx3 vffj 4dsb w19u feb6 mb7z 11myg llg 2gs61 2fciu aqpn i481 cosz kjo1 435os ep0q 37rpn 3q4ar sj1p 1colh 3x2d4 8xao 1845p 176xq 6f2a 6a19 1ti5l 1n1ku a6hl 13t01 3t397 11z0l 1mk0r xiw cwv0 cm06 41qws ccoo xotk g50r 3zsai 24rar 20tqc nbmf
9:107u5ml 2i2t7 8xv3 164n0 mtsg 1dbh2 1il50 5gyr9 g6gm 7n7i c8o5 2pk8k 1gig8 lq7f 8vp1 2pl2n 8mf7 34v08 1ygrj 6xwj 23nsh 3gfer 2wrqn h7vf 4k0l 1rvir dgu7 eqor 1jyx0 2l7x8 kem0 1grx1 86nb e4oo c6dv 202v ci33 vp25 bh15 8cdu 422f7 gzyr 1ei6k 1dxjl 2chq9 kb4i 4w2la 1mfc0 8b65 86es nhew 8xzz 9pq4 75zi 1b7jw xa0n rw5z 1shsa t076 puh1 100l1 1ac49 3l4z 13o99 1qnuc 1wmd8 6fc9 gfnr c42f 4kmas 16y2o 156z4 2rvwn 10vvr 8xb7 1cwua 6au4 5y6dy 41g9 1gms7 cz8l 2savo 44xl ex1g 36mfm 6l rvrq 1cm7r lu9v 1prfe i4rg 1mrf0 2j6f 26tt3 cga9 1vhwe 1dg1w 3r4k s2cl ncfz 22yla 6mslx 3bkuv 2hser 1p3o5 46ve1 38hk8 4z6z d78y zf0g 33ca7 44ive 1kndl 4glvg 1fdw9 1bctw kai3 c068 t7xh 87b7 3pzhz 1s4do 8q3n 1k7ov 2iboc 1ush2 14vfj vc7d 3lb8 itmg 2hkpx o70h 1hgxt 6kgn 8e1l4 ozoc apt8 11wb4 1m5hx a1jd 22kd4 2e94m 243y8 43v0 2ajis 1u628 vi1y 14o9h 14o3d x44x 18l6l qv1 b4s2 628p wbnx c7t0 u9uw 14o1o dnrd at55 3zf6 ttht 2ebkq 3opre 9u6i 1s6au 15m1p fr7v 2e6o4 8cv0 l9kn 3ete0 32ka 4n0u 29w0n 18w6h djt6 25c7m 3tjc4 19j83 1vps 2g6ax o3ib hehh 1iba 1ri6 xumb v6go 2q3f4 k73w chaf 11xsb 21js3 urfj bbrb 1tqke 35cqq 36roi is3r 10om2 18o18 pl2e odj yjic grlc 17vxi fawo d173 6f7p iou9 11t4q 1oo2p dzia q0ri p9m 1fiox 1dui9 3s07 fmxi svm0 gxo0 24b8l 1qwk8 22xu 1qzxi 4mn2 gpxt 18kcb 1l4nu 2occp 1kkxx 2xfc 151gv jhx7 1tzkd slzg yek4 6c4r 2ucml rw9j 1vhx9 4nhdk x1t7 12vzy 2p0nm 1b1rc 5k42 20lz 1bjwp tw7g xd3 1d3wy vyyx 1yhpn 8jln 6nxf z7oe kjj4 171g7 299go 1uvco cnqs cgeo 9yfx 13jyo yer 49h30 30tky 8jkt 4qrc4 23fxb 2syw8 baut je65 9bgq 1qv18 kpqb xprp p2nr icyx 4k0m2 amsn zxlk 4aymr b0z4 1nchz 28or ocep 120gt 1hzru 2mwzl cing 1zilw 1eez7 llmh 21tzy 1vnw a78k gdhf ll7b 1cfow g9vz 1sae4 1982n 8dxa xot6 dk40 2ikoa 2z8zx 3covh 1f0jx tsxd 73zl 2i2k1 1lyd6 17xy1 uhkn 114rh 4e51o 76pk de0e 3oglr 295fw 213ov 8749a 1akuv tmtg tioo 4ej3 3h86s 3qjqi 2uaqt 1zohs ppzg 1slnl 2p30c 17sza mm0 or0v 43tr 6epf 2sa1m iktd 178ci 1is9f osuu 16ovf u6az 1q5gn il54 89lq q880 jh1l 1v8lr w28j 1rpw 87eq 5dl3e 8631 2rgvf ylf1 n3dx 3txlq 1hybp c8hz 24sjq 1pggg 2tyux 9qlc ij7r 1yjhr 4r08 1im8x cbvk i6bx 1fds1 5jyj qlj3 1nlt 1sbdl 4d856 4jke 1auvp 1pulf mm6r 5ffx0 swq4 1m3vv 30poc 3b2q4 210i0 lt6n blgs 291px j1f 1xcd9 71lp 2o9pf 3j5n4 6i2z mlxi uret 36y2z 1lmkm gb66 oq8t 2v7q9 1xk5 upt4 g5re unln nb9r xj3e 51ww 2xuz5 1t69n 1q8ja 328kd n3j7 4j4s 3yne0 2miye rr1p 20lxl fare 1478v b5dc 70c0 mv1p ak0e 27tmy 44v6x 1tyo0 g4mt ku30 1jwce 1ubdr 4i7f 8yll vu5v 1dtgd g1lk 2c1r 18k59 1mcs jhdw 1mmez 8y0n 11jpe 1ooib mi4o a7or 1fvpp 104n5 238tu 1ully 3v62 1z6rz 4261r 64a5 3gnov 2emg 2ypml d9zz 1q6n6 6c0n 15j9w 8wo4 q5h3 2e508 3fbt8 tn1g 5ifjy meho z5a6 hi4y 1c7hm md8u 1iqww 2btrb 56rf 1l8fg 4lsro 3snqm lzlh 31376 2acze wzwk co0h 116za 1hahs 7avmm jvlr 2fbes 1uxji 1dfuo 4xte em7c eem6 2zai8
9:1izcbgv 38upi avi4 8rsm 1gqvz 2c7y 1m3pj cd9q 357b 2lvns trer jjpf 4bczz b71k 7p75 gl7q 5bis 33vmj aft3 6hko 3z84i 3cbdn 3tco 14svs 1xzby ix1o 6r5s 2lucn wmzj fsbz 9jlf wov7 is9h ujrn cxje 3765r 147iq 3kr8b 1ggmf cg32 xpcc 3a7dh 1b548 2hana 2w40n 69ik 30ey b4hr 2vj6y 4umf 1pxot a1v6 kcf5 x2kx 3hgzc 1k1qj 5nmxo 3ob23 1z17z 1hhtv 11ah9 1uio3 2f0gg wgjh 1g98s knuj 1256x 1q3at ciob tofb l10q 67jq 1ff7x 2d9nh 1qtt 39g3s 18njq d5sk 2apyk 23l68 2jng7 461qn 193oi 4q4fc 1u9zw 1ghex 13er evxa s82k 1zlr0 omrn m1fp d64f 1vf5j q8k0 1jfad taha 7hk6 govd 2f9mp 2mde 18tr7 tfga 13bt7 hgkr e9g2 hoft jqc5 1ynbc 1gpsh k8wz nk4n 1u1bv n9tt 680z 3vfl 5m9x 3izs1 bjaf 20lrs g06y mcn4 dj5n 2c9dk wcnb 2zy4 3u41a dm4j e6mk 12lc xutr 1m21g q9zu 70z5 5eee9 1nmr5 k1q7 4mwh5 ymnr q1pk 2nrht gdpc 68rc 11tap 207i1 58ul lclj fp00 4nihp 1re4p gegv ttzd 15odo 1ghe5 yikd i2pl 1qw37 27kgx zew1 xy2s 1mghf 2ax8b 7fo7 epo3 j3ws 21o1s 10m5y bcur 171or 2450w yzwk tbco 1at7u 2ccf5 8fu6 3g82l hy3k zxq9 fwit 12rhk o2nu 11b0 16z0n npqv 1kjbt 940g 1taw 159fb 30ca 10wel 1gb6y 26v7s eh39 a653 1fqi8 55kd3 13de8 2ftfz 45rkz 8bx4 w0h1 3xqzj 1s2gp muv v4yy 1msdh 8ie7 w7ur i3wj 1pag1 3g5fs w01n pcxp 39moh j5b8 1etqn 157nu 1128e 1hugq gftv 5z3r 1ua0n bnih 1u1gs 2pyuv 2rtf 3dj2 24378 37af 3lxx 4hy2 5iqfw 4ppxx 9atk v3nd 4dcs7 2m5hl 1k4di 1x65 brw3 22403 n30q 6u8j 1u7y0 1v565 141uj 1ghej dgyf 1p4p oxr7 fuit 1xr4 9v14 104n2 17h6n 1mqay ngih wbpl gmur fd7w 1azio 2ti0l 32ubt 1c5ic 1vg6c 4pyo 3ee3a tb3l ufec zjhd 9bfg t3xl o0rs 1wgav hjph 254j5 6kzz 18fz6 12aft 5fp2t 1stlq 16965 1a7hu 9dic dtxk vsb7 rgp aby7 sb9m 2folz 3rgw 1g7sp tlou 4mgv 1dqh kedl 184cq 1ved 18je8 j1qn 8km4 1u18n 13ob3 100a0 5s4c 1aso xy7m 15jmk 1q4wh 1qvj3 13puu 5n54w 1xu72 3dhe8 13svt 10hpi 1mcm7 2d4to 1srpk 2y18 53erv aoke 2oses ns0b 2sr5i iuhw 11rl3 c77e s6g6 5c12 um5z 40tf 1ba4h 3735 2d6dk 8tsu 3kfh0 3e33 50duv 3r6z2 18ehx lxha 2rb2m 16ml9 1asc 2nqi7 1o5q4 cp8f 39pm mlpe 1vuyy 1u6z 217d0 owio mm98 1ovo 1tqzw 135xz 1zia oj1e 3zcne jvyn 1iesc e9b sz1i hkho 1yamb 5k7z 133tg pljv 26iiv 4ni 51ap7 3cy09 2rs5t 14y3q uwx4 w668 m0yw 13qp2 bfr7 dyny g5zm 7ko7i ib69 19mro 101e8 2h8e0 mx9u 7mct kguz 4vudb 9d3g 1kxzd 1m0ws in5a 8k67 80qx 4vbjj 3ve42 1iryi q48z 1iphs 3m6o 79gdu piq db8l 1rsyv 4718t 24apo 20gme hz7e 1gi85 4bmh r61i 16rj4 339e4 ptro 94ko lkxd ctz moh8 ehwp 1ysp9 8071 16vl4 xs6v 547a 1b8va 1u3j6 xtvv vhno 2rs9 10roq w47a 1b5a3 2yvbi 33h2w 8fr 2zb7x bmko
12:2w4sf 2bltk ve7g tf3m 1972u ro5 osll vsma 42r7m 13mf8 2w0ht 1dcfr 7h3t lhsn a5pd b2ju 10uj5 1pp57 1bjcs o0rx qbbv 1uv8z 41r4k njuv 6ez6 fwwb 14w2v 1qigf 14ewj 2h9uz 121bf 16f2r 2tydf 1sf9s 5i615 qh3y 1as86 v7g9 3vpc q7fk x6zd luog 13bps 7vw2 xj9x 4hym 12llz ulg 1d1mt 2g99a 4bd ek3q 1owy3 admc ccvf lfjh 1m6ix 2dq5u 5i8l 1rvl2 11b98 11l2y 47je nir4 acte 10mpp 1pq3 57eni trfc 1jaw7 1nuht 19ws5 3bmus i6va vuai 1abmn 3gg9h 1tmig 2id9 44nqh ppya 3sphe 5t4v 1pu64 3br64 32pyj 2vwe jatj 28ksz jsbm 1aj9 vt5g 1b7hm 1wkgc tw79 1qe 7asx 34mpo 4iz5z p8s1 171d1 w435 1kcyp 3l33r 8yj4 673u oknl wdwp 1hyp 1ftuq 24s2m 2dtz9 ei97 14yyn 13bfn 607p 1apbd hon2 gykq b5q4 1a80h r52x f5zv 4wbbw 1gfm0 zxzd rsco 1813s 8gkr ozer dspe 3mui 12m5x sc7y vpiq je7s 87zc 4sod tzcu 2zcyf s7sm 3smc0 2ax5 18bjo xsfa bjba 260xx 5yd9 wahz 6fq8 28cur 1m3tr 1weo0 37hx sn24 67mf7 1bl8e 2sada gus7 1ikfe 3mxzt 17mag npm1 2mgn0 1tm3c iw9j 7ib2 pwjv fxnl 2mxb bgiy 1jxvy ihmq vhu2 68fk 368x 2qtej zk61 1n8wl 10i0o xqz qenj nf57 tn9s uh5r 1fahn mz3x p2m9 3zbfq 94jl 1qy0d pm6e 2z4df 2ezun 18vgx 3e619 osw1 1ic7a 1dsgn 7t2i 1xmse 1iuua 1h45v 59ds elyl rh6o lfed 2fyw 97iu jzmj 3sf 2p0ol 27e0v 6jv7 1ak5r 5l7s 47ump f0yy nksu 1k7xu usd0 syhk 4qoo ait 1iim4 1cd02 1o98v s3vv chio ck3t i8hd b6p4 2g60b hjbe ij79 10oyz 11sha n2g9 796g 1gmjv 68iy o6bq 50cfq 504od 8w4l 1s6fo 3xeyf y0d7 a5bh 6lfk 21ly9 13e5j 9opb 1db0y eod9 d72r ihm3 25h 45t0 2o4wt 2ujkf 24u7x v8ho pf6c a67s 413 ah0r 58442 vdk2 uo6n 248jd 2fk6u p347 1fur8 1hnti z8ys 2yg9h wd91 1gp91 amhg 1me56 wlhr dr5s p3t5 25xd6 eu76 bd0y h8zz oygc 1s5bq 4vs9 w9gi en2t i0ob 2hkdb 5bbj p6a4 gxqw 2yjar b71ji 6yotr jf26 30325 pbon 2fvqu 10upv 14nnw qt0j 3uj41 14ekn 1hyt5 1dbn5 qqlh 113ep 23yy8 1bwoy 2ve4t yaew 1o3e9 89w5 b5ct 25ztd 33at2 o1sa 9uiq 2rqt7 bcn2 4m8e 12qnv 5sga fbg9 141mm 2q9zr ojdc 2plxk 2ehyw 3347 sklm 1ehcj m63t 1y9ge 5l4p tmk0 rq0 3tqbs hgbg 1wdtf 9eu9 j3f1 auwx qu4u pjr0 2bzuo b85t 1o97m 1nq7o fl8l 1qulq 21n8x 1r1el 1of98 10051 8a1m 1ke72 1y3yj 16em2 736j 4gpns 2rxqp 1vw8z 1e1ha 1bwi1 3uzv 228ym 9nhh 18pqq n6nq 10abd 5k2vc yr6w cqdo 1aowk i8w4 2cz28 b8ji bpdw 1d18h 1azk0 mv3c 3jbzp h3fj 1fcyb 18brw gtnp 8mbq 1y4hw 334xf 2wooj 1sqt0 6d06 1r8sk k8jk 3pu3 36udh 1yvsa 3h6yi 1dd45 1g2yr 4jra 5sjo2 83gr 3qjfn 3ardg 2050 ux88 hou7 1qotw 17xws yuec 1edb0 1hfhr 2t0e 7pud 1wc2p 1h7p7 le8u 3jppy 304es 304ne 49ug 2j1qf 11i83 d81 f6fq 1tit3 4z8cp 534z 3g6jj 1422p abnl ea55 am0e 3jl33 fotd 2362 21gyb 6rc2 1ii6m 7g0ud 2h318 3scz2 abmu j4iw 3tjr gmrt zot3 1ddib 1q3ea 1na0v 30v2m cmr5 9v3 q5tc 3br0 ygi 5dak4 151d9 38y6u 27qa p1qp s008 2dkg hwjn 26i3z 261oo bbt3 d2kk 14btx p9vz lxk2 404gz w9qz 142a0 1qszq 1azv4 q5gx 130rt 6l6h 3tk4k 18kfu 2aytr 8paz 1bys2 4h2v heng 3kl8w k7e9 1ruj2 y4na 22rx5
12:ifzdqy 3ud1 5g225 19vy6 1p2hw wbfg 2xfmu p6de 1tpy 5wgg zydr 9vtg 1jtse 32k6v 2f3q3 1h1h 133g5 1jj4l gm2t j7hz 6dpg5 d917 184e6 s8dz 1fhox rp09 ej4u 62kcv 29zab 4vks8 23ygo 5ruf 2fl35 11gob ndwh 1l3ux 7pe0 1duq4 litw 1hyh4 1zc24 n1w5 23vj0 23xov jypy 190c1 361tz 1kzzw 22sd 79ba qnjw wjja q6mw 3clnp 1hg4g dk9b uaf0 bj42 kbhx ifv8 1l5wl 28tkz 35v25 mgvf oudp 1oyxg 43jzy 3tus6 1qvqe 2hot r7y uwsq 1if0i 17gni r9m 17dyu 16h95 1p737 5vy5f 6f2w xkp3 1mq6t 8lk4 842c 530f 2xlhm 70rw si1n 1nor9 2o7is dxba 17qig 2qdn2 1zujp h6dy qhg 1s9dk 339zd 1rd99 1xo46 1kozy 8ycw 7rik 3nxf a3sg 2n11e rks6 4hurb lqfu 1gtor sk51 ywe7 ci15 aknb 2tmly spta 11dxu 1vq95 m5b6 1kckx hxrp 1z0r 2xl8j 12o33 175ju zbxi 27nn mnfp h2b9 zd2q d2vf 4x2lx 1pg96 36mg8 1ci9o 1jxly 5lxk 207vk ytcu 6vqu rtru 74p2 1cm6g tt4g 2kfw8 1jrq6 374wj 27uly 26xdq 6qt4x mh8p 22jez jzw7 39wxj ohtu hyvz 2g8x9 djb2 7d7f 1ai0z ns8v hys6 37ejs 11apf 1f60i 11rre lb9q u5i 2gv5 1oo4i fhxt uwat 9a9o 28w6g 7n33 a3nj 1iqmd 31t5u 4j5e 6tc8 ltpa 23m0w 1a93a 2hy09 tbl y0b0 txxn 12n68 55i7k 1mrmj 1ws3l 54ghu 11s2l 3wy2m 217ds w5j3 a7iz bws2 2hher 206sn mh4p 3f0i 10tc0 1ypc3 1q6ng e87v 3pdf gbjr 2d6x8 y98g g2zk 1c51 dd55 dng4 vkek gkw6 33ig0 4abu 2btnn 77qf 41vs1 dtyk 17h3y 2mnpd udip 17bl7 1ixt2 jntr 80df 15ba 802a 1c6v3 g3al 1jrrs i1eb g0wd 1jefl 2r9g3 1gnp3 sz9s 4ezu 1nly3 21nvy 14svx oqnt ixx9 2hmts qxll 3acd 2pik 3ysi 12snx akf8 spwp 14qh4 296qd 1lkga phdr gw0x 2pv8 249lr 46kp 24m11 132i9 43g4o 242i3 2qmzb 4b7p 2thj3 47gfq 1si9y 16ly6 1qcms 3y7al 1u6yx ibb3 9g2e 4jqj1 11am5 5sykz 1otxi 84cw 97xa s3vo ml69 rv4a xcgp 4osc1 1of8i 5hyx 13mbh 1mo8o 60ja 5t9e9 5zahs 9h01 5ntbd 9828 142lo 3tuju etty 5xc67 7lb 2kvuk t9n2 5iih6 3eask locg 3dsh8 16nfm 16mh5 r3tc c6w4 4nok2 4qud 4l0g 6mpd faqr 44jiu 1w0w 1jfcw rn7c 18os5 15882 18qw5 bm3r wp57 3o9e6 k9kw 2p9i9 a1l0 ubtt ddm2 ed32 6pjh6 ciha 1es3q 4yu3 5y4ct tym0 18ci0 h5io an5i 35an1 g64d 1j6s1 fbha affc mmef fg3u 1e39a 18win m9oq kxvf 1zzvi 1tsjs wl9p 83572 3lgfq n4w0 9jla 1dhf7 wtfv 1p3j0 1u2wv 3uf1p 21zc5 3h7tt 1eyzc pqmb ueh0 2kp95 77ey 2s2te 4ttbj 17ccf 5xgb 1p058 8n9d 1yro2 l80z 1caqm eo6z 14w4n 136s k92n 1b0ht 4ax3 1cj1x 1z44 5l4i 70bi 17qtd 1ufdw 87b9 7psc g3oq lzzo 15v6g 3e9ym sm9x sdod d821 1xcm0 2eudn ktec 17am3 yrrv 2ayz6 2w5qe 2zkri hahm 6ymf 2bots 1ptdp 2i19w ji80 3rl1z axud f2pn 3zrav 242zo t9nu b7b5a 238t9 35del 9vr9 cow6 mx5q 1sjkp 12doh 1vbuf hrag 5s7m9 1y39q 1fgjq 2xq4x gciw 8hqu 1sxpz 61wi 1hwsq se20 134r2 gpe2 744t 2wb3 253dl 2ef4p 2etle 28m9a 3gm63 12gq3 2w3e1 5mlj wwt bzqd 1p1so 63m 48de 3jjon 1484m 1fnpg 5uttu ya58 36k3m r6a8 7wyh 25dk4 jnlv 31xd5 19trw 2lt7l gz9c 196px 73g8 1uejf 2yh84 3a0ju 1rf8b 174h1 2p0fr eiqh ezdc 50ob9 m9ir 1tkqv st3y 68xx5 2a817 17byb 2a3nq i5t9 28ig4 9jn3 obz2 szb9 rrcc 1b1h4 4jm5
12:13108sx 1afzu 2q3p9 e2qk 1ko1r mcmr s6lb sq97 lw7k 1jxi8 263a6 1osds fn1h 295y3 5g17 24s32 gh5y 132kb 1e6rv 8kx8 1nc1j 30dfr b4e7 wyam 1tacy 3r0n 34op5 c8zl 2fn8j 19lq1 59k8 ex1y s3x8 6azl 3837k 2dm3d 1iv0s 117y 2h65t 1xm24 1ldu7 85zs 6z4qi kfj0 9grm 478qw 18zna 1qvl2 15b46 lw1r 2dm3l 1cnr1 kmw trjn 1xgyw 1lvht 1b5t 2ybv b0y3 4nm4a 75h9 1l376 26irs qtza uuoj 1hqnz 2jo7c 9jc8 3fvj2 11k0w 6j02 22cfp 1esbe v24 87mv 4asqn 11hda 1imok 1b5az 7r2k cceo 5kis 2f3di 1hkd9 25es 3znr aywk 141ld idxm 38nfd 45r7h 33vdk lprd ih5u qno9 1wqpt 8bab i657 5aia 7gxso buco 2vd1e o2rv ecp5 1pdka 2b2o7 nynj 19xnr lnv9 11t9m fr5f 2bo1z hn0y ppx7 240u 2a8ni b0v e3wc 1q4nc i5pd 1d8sd y12d 1snx3 mgaa 1agie e4s5 1f9l8 fbkh 18xh0 2vqpu 6bkm 5eo6 1vsza sz95 dh48 3fgih 1iuep 4rd8 2exps 95m 1119f 1smly m75v 348n4 g1s6 a8q9 ffje 1f18b 46yd 1t866 39zb 1kp4y 3c4wy 110ns 1pjqd 191hx 2jizk yzf9 10xg5 44noj 3ibpz 3y u0au 9k2f 1339q zz5 ep44 1xn1i npp4 8jwr 1vpai 1k419 ki00 188ef 5qjla 1gb6i szcr n7zi a4qv 37vj8 1mm8b 27n7 eo76 1w4t7 xt06 zm0i 12c36 2d1jw 1x7jt owzq 1pmim 2yv82 h29 29hgj 3y09p kylu 83qs sfra c0qp cbch xv44 2x257 1lix8 147sb iu75 9quu 2l92m gziz hd1i 1y533 3vx70 ljyw 59b1 jffg 1ntio 294uz 4a29b 11t60 1rmzy 154cc pact ogg8 4kvf 4bl4p 139c1 2qf4 22ze 23ih6 zmvy 1t0jy 84qv 9ass 5i5f0 12f0l 2sbj au6k rb9z 1kxp 1x00e e9g0 1i089 3wix4 zsu6 2f9b5 24ou6 yo5f zst1 tdo1 484 2rw9 vwic eeez 1y4a 35wbo ne6c 1fhx 7u13 1vann 7d1e 1mf9u rlkx ahfq ksci o8kn 1zwwr 1i04u v5nq cu9s 3sjnn 17ly1 bo33 1dgzr 1mc3s 3hfk zof9 1fuu1 5906n 3zti 7rw9 7eez 12fuq 17zv9 2ym8w 1936w 573qo 2emwg 1h7l1 pnpj 4895w 1p0np 3mdy5 2ao6x 3qzg3 6w3g8 35fpp 871h 6519 m70e qbg0 w42o 1cj0z 1tno6 5tqo r4m7 ruia dppv 34sn 4fs7f 6rdk 2dd9d 20cdz crvf szzj 4lrc9 a2rj 1q8jd iqk7 1hf3h 204ys pb0j pkgf bxqu 734d 2avl1 6hla 6uy7 ru33 18aci gm1g 4qia oaos b0cq 1bdm5 3x9dr ni8d 24tc4 fs3v 1f36a u5of qnht 29h4i cw22 1oeuw 23xbl nqcc 257p0 5xbk 1o75 2ujka 1jow5 49ia 28lpv 20q7y 1nogp hi4u 1ib35 16x8z 7tzh dnce 5gyc 65sz itw2 1x637 lh6i 169ej z0gz otq2 wllr cx8t 312n 21824 4gt9x ovtz dsbe o8dl 98d 2mm9k redt kl5y t2h 2j2qo 14p44 4lcl 5gai 8h7tr 3s3z7 1y6j ff6a a9d5 3dlyc m1k8 2wsie 1rgpp z1tl 1anyr 1qcb9 1irga 1fsa 2fjwo 4h2sg u3e kr35 ilea 2bdtm 17osv oasr 3hqcw r9yy hbz4 noaf 1q8z 9h2y 188q8 7h6j fuzl 11fn4 1fb69 hotc 5h8e u5w3 1jdtk ze1h 3gz31 1j3wp 1mzb2 mv3c 26h4 1pqj1 2k85c gagr 1lxpq 1u1po zvf5 8dxq 231pb 4az0 1zm 2ap0g 18rs2 bn5w a5km dixk pnf mdn9 1rxs1 4j9zf hq0f wdki mlfp 12p4s vtt8 1rdw6 1r9nf od4r du8i b8mn 2eje 3cjqk 5ycui 37at 5pwp aae7 5m4b epv jd34 10i8 cpdo 197bq bzkj qz6j vtvc ixj4 q3gr kcdr 51my mmh r0gz 3kqqf op0q 5j1x 59rb qzio al7q bgir mlk2 wftt 1ms3q 1yszq 2m495 gwmw 3ewkg 1nzbi n0ze c8bi rse2 t9ay 185s1 36rqb 914k 31bq4
12:1ksrvge c27t 1vxbc 2pz61 z37d 1suue 37qjm 23iv0 1xl82 101mr 10n0 1029s 4ihp3 29r4m 1zok4 16xzk xyvt 16zg3 ay5 8ai9 1xs24 2whlt 2onsx 2vpz7 xwk4 132tb 32hfm 33r6o 2lbk7 fw9h 17bju d0p7 l358 4pb6 f3rq 19w15 2zq5s 2byi3 4n8n6 7fjw 4mkfp 2qnqv 2mvwr 1m7kr xaxb 24jmu 2bnk3 exo9 1001x 14ev2 2lj0w 2n9t8 5h9oa vvj6 kkld 3355g u562 1588a 1sri2 269gh so1s 10d0m g23x cwd1 2gs1f 1rpqj 2485u 1syry xi1 2b42i 3kgin 9asg 6yqk 3bmhf 1dg1m gkrq 18hif m1hq 144ad 3h4qa 2ok7c 17enh 4i2oe jk6v 63bqr 3hi2 1fdnr 3jid 1hm8v 4ojs wyw tgmy a2qh 2wzhv 105o0 c643 t3me 1r67i nrk6 m1s4 18fi8 6tcj 27a5h bfhb zcca ank7n 2ag1r oz3s 3afv awef 9nrl 474v 8ymp 2idp0 3jlg7 2hqu 2n5p 54o4a 11tk3 2eyx7 1jldc tj3n 2sdei 5ubh acxk 83kh m7x7 36mne 1kr2c t4n gch8 13kr n4lt 1r68 pwps 79wg 1gh24 2em76 1inxc 217x4 11pll xehc 8n5la 59wp6 gtjh zl17 q8hl 3fu5g bmo1 jivh g2h0 1ayzb sabl 1tj5n pi30 1h1k7 oyes 1s5ql 7gr3 4cxtm 1c4qd 2ebpu 4c1f5 aokp kk1f 1ic 35xn8 mq61 13jr0 25bdz 989l pr2e pp70 275cm 4o6m4 6tp5 bprc 3kcv 2xdqm 7fs epmb 1om2 2chtz bfcp 12mwe 9aw3 cl0y kwyq 2nnh9 30ps 8ohf 196u9 kydm 1euac 3u16 yui7 mlkr yycu c5yy 21rzm 1zu51 1y00l udou 24ipr 902e 1duzf 1h6eu oqg6 3rgfo mfd5 vkow b9wu cwza ollc 3aqx1 1rg3e 1j7k5 1lj04 iiwe 13dol 28ozv 1g2s7 r0rn prqj pj89 1rnaf 10eyz wgto 3m662 4dv5y 23kgf 4g3ff 1et9o 4denx s7ka 3dxq ci6w 2eg6 6uy4 l71p 2y5ug 1qbwi vaey 1apq8 3hdwf erx9 2qiei d597 25uk8 1aa4k 25aor 1loe7 j9kd 396pi 2k6h1 1jct6 2wqmu 16sl8 2cdlk 1z3o1 1bf5c 154e lh2n q05f 2uotz 1p4ja 1nrjk pz19 4urc4 18svb gpu9 1m4ds 3yv6j okhn e5z2 2j87 1dben 1b5hl qy63 sqie 24p77 1odv 6a0m 6lyc ztxi 6t6k ubv7 10wet 30wwq 5u2o1 21rrz 2gm6h sz78 sy83 12voc 22wm5 lqhh 25iff cia4 qsjz 2m76m 3v6u8 1mqxw 76fm5 kko0 16dsa 6m48w 2nip4 1i691 h81e p0gb dj3a 9655 6pmp 103gm 2rtyy ouru gwyx rqeq 2m0dc 3cd6p 43rf 1brrx 2js36 14355 ud30 16p59 332t 1aqix 3uyf 2291h 123wr d2tl qcag 7stcw nody
15:1k7zb 17tf9 3q97z 2mkx6 kvk4 ywyu xzfa 717a h2jv 1bpf7 9o08 1cptr 3dg57 3s21j 7uh4a cu7y nga3 tnxo 1znt 1nxek 498ik bvxc 3mp18 44amz 5oyj 4v42i 1pt6l lhar 1qdsb 7p8b 4t5ll cfj4 fc2m 3xpqy 3qded 3mzh1 5jv9r 1ua2t 2htal l4ag 1ecw6 6di98 6ibw z5da qnbm 3c2y9 682w1 1ftrn 1ci29 3b6rs 30xh2 11v34 3exav 2lnqp eq8g 1ig6i fegf idtc 1ipb8 1wqia 14zjr 2ekk2 19sod f12s 2h0hr wc3z 63uo 14zqa uoww 6tbjw 5y9gk 5h6yh 2icnj 12twr 63f1o 16cgl 5gnkm 11rg2 bas3d 5d96w 3zp9x f7deh ys94 2b602 3sjmq 2qyep 25m2j 1ysim ju9y b9op 43lxy 42j3x 4cw1x 2bmo0 24exx 9735z 3jzbe 96w4 2xacm 5r9gp 1y8p9 1cdb7 2jfe 15hgo kd17 1u69t 2fkjw 32rdw 1lqu0 neyv 1iiwn j6l9 lf5g 2ino5 4a5lu 3huhh 82nw9 qla9 4cal8 2rfi7 2fa6b 12p7m 27wyi tmmm xb9e jbc2 1wmt 1f17t 4hkph 6dgx9 1pdhh 2fwq0 2m6yg 226po 210p3 1j6hg 5jixw 2w2og dsuv 83oz0 1me4v 1d9ij 2vobt 9un3 385yn 3xmi4 1d89a 26plh 2ft6j jncv 9ovqx 9bo9 ac45u 26imd 1rk5a 9740 4rbt 34rkh ztvi 416tn 3ivbg 74n7g 5hrx4 9hs8 l28n 3h69u 11xfj 6i2gf 21i3q 2lpi1 3g4xr 17ul4 1ft6e 24agm 74os3 ah6o 8x4d 2tsg cpu7 8klf 1qizl 16smh 3k1u9 6m5f 4jz3b 2w165 51api 8ktp 12pzx 3ruf xt83 nrs8 1rw2 1h246 242ad 9r3rw 2da2d 5kzj k9zs fjn6 70qm 38ysj 5612 53utn 1a3lf 12y62 36w7t 9qz 2nlfq 4v20w 2s99v 8sxf4 a98z 4vkc bx49 1drav gjzm pixn 3insc 662pq 51wt 20y5k 2tm0q 8c9k 2hr35 3qwyz ircy 2a4yk d7fr 4ew1f 2pkxl 39vwr 445dj 345qq 54hr 353ch 9lopa a6n9i jq5f dyndk 3xaze 3fnpz 1x5y 6ll1y 1s2c2 xllz 15plc 3ak36 33x7 5pza 152b3 1e19z 2a308 mpci hz71 4mamz a8y0 ioa0 2gbk8 tb65 synt nil6 4onx2 80wa8 go9a 5t1rk 4361c 1gj3s 2361m 7c6ys cpve 3n10v w7qx 2oa75 6p1r 1875x b4ft 1vgfx 26d33 21mz 1bckf 14ilx xoik 3kzw 36cxe 2jvrk gfb9 2uocw 1auag jo0j l74x 4u7lc 4m6a7 oudg 6fj8q 3b0fe 243h4 g9bp 2xepu 7br3 1ge2a 4s2ot 1e5f8 1ls8t 6on7 6w3f 2x9d7 2oxu5 5o1d 7lg4s nl71 2p9x9 1wbq3 hhf9 1fl05 kt6s y1i8 mn9e x03r 3j2g2 2plyt 1cpw2 34gag 2ehp3 2h6uv 20h4r 2gojq 224mq 10ws1 1uqrj 17wso 3sxl 6icl 4nz3 xu20 471s3 1q4vu iyf5 br60 6j8ag 3xp5 iefd 1hbjm r35h 23gcl i8tm sazg 6ypb x4xt lun3 3g6p1 6rduu twja 45qpm 2iv73 10hq6 3f5zf n9uw 1jt2y 9twbu 1n1z0 1juou 60im1 ao101 1c172 4o35t 15u7z r6fi goex 16uly 3ipsc 3kkie c7qt 1c38i 3hj1t ati7q 489to numt 4nn59 6rzf 14f4h 4569c 17f6f 1683r 1dv9k 2insd 68pn 2wkzx 1xbj7 c3u8 306tw 2af0n sdrz 2u10l 2m3de 4ssq8 4seou 723r 19qar 5fsd 1905w 32vrq 20lz cz3u oni5 6nii k0m8 2zzta 2qefw 1ep41 y7uz 3ckml 8jidw 2o1d u809 2jt9 unj8 sptk 25yxb g0xc 2ps3f 4b1d 9ugsp 1455u 3gghj 3jctk 2zle7 13l5j 24r5b 27l48 47nmv l9pp 2dnwb 82lf av4y yar9 1qnf 4ddc3 w77o 2dphh m9yr 2h8ty 9lbl 2vat2 2c50a 155t0 3my2e 54ayq 240ky 9esrb 1hf0s wdwd 33jk 1n788 17szp ijqf 2yd1k 2pz8s 15342 4k08o dzht 1wsna 1mzmu fdqm 1wllg 5co3a 2f0tk 22w8d mb6n vzcw 2777q 1ik2r zgha 2u6sp 4xg25 sri8 3j06f 1y6mw 6daz5 4oump 1qvc9 req 7megr 102jh 4wbnh 21gab 13m5u kzdq 1425k 1cnsa 1dyjp 3w4g5 287y2 4wmkm 2ixx8 240bf 2e59m 2wszs 8ws5 bm2jb
15:wtrkec 1lj9o 5umgi 1r7un 18rne 4nh1l 24ive 3xv2q t27g 4drlz 5migq y7wf 2jevt 3p76u cbks 21lqg 1qny 2g6lt 9tt3i jst0 txpi 1vmkm 6bx10 ce14 2rcul ff0y u6c5 4sax8 3q1b4 1n6f7 kai4 2upb 3beqv 2zpvs 1mv7b dblq 50wn 12ydk 1edst 4zc2 1bdn7 34vif igkp nqzo efo9 1szi5 2zii 37efg 2k9h5 3vw7p 1rzzn l50f 1jupu 6hj9c 23ddv 1wmut 1l8r 1blza v8id be3a0 2cy21 1r39u 2elf jz3v 1y7xp s8s0 p6km 38mit lk21 3q8cy 1fhm0 2n284 96ujf 23vb3 4qa4h qfcx 5jywx m4av j31y 1iexl 1c3mo 2t2sr 1hcfn 1hqse gs73 u2l0 35ise oud3 1gh4a 2n9kb 3cq9b 3rukp 5rmj6 22ef9 j2sf p74n 528g 1wxod a0ha bjko3 2s509 tqrd 5nqm glxz nz76 c4on cv8v ytw7 p277 2dn46 3vle 1n7mx 5kwtl 1sai6 1n1nx ixi8 rh00 zir3 5v512 19ncj 2ydvq 1a9n 3mkhv 4kbum 2ioui 13cgk au1g7 3zlsu ks04 4syce 1cliy dcfs tweb 8w34 h6xo 1xnus 6dimk 2ja6w 1d89d 6jep rm1v j9bv wrp5 658mm bfsv 5gku 2bikd gyvk c02uh 5l8g 2oi69 1ze56 4ig 17057 2dye5 2fcv9 3ghzj 3pmg6 34k36 6qo7p 1jngr 6ffh 55oe 17uop 34w4 sj4b w8cy 3f1av 12710 25lnh 13a8n 8em7 ig9e 5s42d 8a4of etbs 1hqcs 1reyw 1ovar tdk0 3aev9 14y7g 2oa3o 2608x 7oocz v18e 5f7y6 eun3 lf0n czbw 8og6 4lao7 67nsm 5gs7 4f9jy ud8o 7xmf 3qv5p 19eh2 49kps azf0 bndf 1ld15 6nz4 3se4 2w3v0 1j1zt 65sc vcp2 1oyu7 1rzd1 5mc2w 2shmu 1rh1i 38sfm yh7v b5lw 36syh 65y3d 248vm 214sz i2fr 44n2 5v7z8 ilh 35c6v 2hefb 17n34 a4lv hdnm 8vg93 327mm d0db 238l4 5d3mz 1xx0 203u9 a08y 1krty 34jpq 242cl 3law 6dvj3 42u9b 56oe gxxh tdmn 3ao4q zz9j iwlf qcqu olk5 3mzbh 11aa1 4p6vn x2a fj26 2v5q0 m4l5 1zfzc 1onuf 1q2id 13u0z ljb8 c1l2 1im4k 3d44a 1jvd4 4ur1 110ci 8em26 6k36k 1rciy 3hmgn 3zv0p ypd1 6ree2 19dcx f2j5 3193a 1zw60 2raky cxom 7c68x 125h4 144u8 29lyt 271fd 1hgzm 14fx1 s1r 6zi8 67onw 2vcgr 5isbr 4a7a c75y 2kl37 99d3y 282ff ourt 11c8v 79ny0 21uky rfs9 48vcu pu4y s9bx 2nz2 bvm5 ofa3 38reb iqh3 10u8j 86q4 1x49w 34bmw 1rig3 5d8ys 11pux i1iu d5qm 1irxn 6vpcj 7z5ax t8ea 2n9fc grug 31bz1 d0e1 4844k 5bad 3r4a3 rjn9 5lu8n 2spia 2zosx b6o 3fjhh 1964f 2g9nd 2isrp b40b7 56lk7 2ql23 gonx qmfq gykg mps2 2xdrp alun h1dg ckww 2utkx u8wx 2ut0s 2exwc 1vwpi 3y4rc rfvp 2n7cd 2nnju 1tsnr 3lqrf uaqd 34ic9 8i3o 1plzr 4acql 2bfb2 ky4f 14312 14qs7 c287 4yl4h 4m4o yw2v 1fmoe s7z4 2klbh 5nu1a 5c5cu hs0o itju 27c2y 41qjc 2hel4 v0mv 15dlf 4rfu5 6pfc dpvw 1folh ga8h 2z4jy 1jku4 5njt9 o4j9 ecsy 2vir 3r2e1 1y74f gg38 13qa0 1upzc 39sx5 xkqn ucgf 1y60 34pc on8 b57n urho orl4 i3jc q8ms 36w5i 2z191 5lpb 1k7lo 1g894 128q0 190hk 8ywf 2ndzk 3hot3 qoav pxmo qnmq 2rpea 1bmv4 4r9sa 1hppx g1va 1n80o 53zu1 vxnt 1ckl5 1hmsj 1ehbt 13opf 1qv6z 2dry2 jnbx qna9 2srk 6p7z 2pbry 5xbbh whte 14jth me89 sl95 i2jz 5684w 6lzhs 9her 26v0j mm3i y7z0 1vjyd 1kjq1 mvxd 7j1f xwtp 12myq ci9h 2b2j3 2i79k 1o6b8 j6eu 4uuu2 ckm6 1f4c6 cde8 19luj kgkh 6ac8t ujs 1m0ud 69c 2wg8o 50m2i 1p1eg 3x8zd 18wuq 1b0ug 2aerp 1018g 394g 1x5dc a3w7 5qyp 30r78 1uu91 1zmfi d426 9aw6z 28dei 3ptyr
15:1pqnvfj 1m5nc gkqu pf9z 2dbar 3yb8j 17urt 14f7j 31ozb 1inr9 4rq4q 2flpz digk 24heb 2n7np 3gwfo 4ze5 2hvt4 3kc8c 12r13 hvml 2pwzb s3zt 8b5p o7f5 2wjy8 1pym1 15o9p 2g3nx 2haff 1djrw 1a6p cdlx 1kngq joez 1ldaf 2e7ci 6xa5g 4gush 1agoe 2yxk 1us34 ias6 rgfu km6w 398p5 nbm1 2edlz 37kqs 37pdo 1u0lm 7y7ma 39hci 3g4yt 7zaq x8kg 17m01 eyow r023 4lcb hysl 18ocz 3yhad la74 7awtf lf2g 5h9ob 184yn 13zlm w4u2 3xyo gn2x oqzj 2pyuc xxcq xijx 151e5 2lxws 4p7w 48wrf 1yl4m 35ttz 2x4e 2xk65 19fdo awkwe 4kf7s 5mxd 43a5r rgmh 13f9r 52jyr 3j73g 2buy 2ag6t 2187u 3su27 1g4c1 a35l9 3v0d2 3meht 4sq10 26qnz ljw4 2nu6d 17bge 17v70 4qp7k 232ja 6btn pl6c 1b9k 1g5pd 1mdnz 6enak 2gokr gnja 9rtl 4y3vg 5uh39 1wwkc 2oz64 2it8 158nx 2flpc 1mn1f 360uk 1chtp y3t5 42q1q 170da 9jev 1vd7 1ru4m on73 15yo0 2a1op zhca 18wga 1dd4g 2hvcn lvpi 3a2 4ihmf 1gzdm 12lai 1ftxk m49a 2k9e 1rnne 55sfh 1z3ij 2kttc 2h15i wp2w 30il3 23ca igbn m9bw zlgg 4disb vql 26sn4 5ogn 2xjez
18:h2gj f61v 5nhd5 9cns8 5gie 3fjwn 52ump 2f8l7 vic2 5curs tekz anz9 3x12 kbt9 6a7j xghf 2qhl3 8ooab x26h rn7n 276z5 dyss 2cuq6 882bj 2smaw 41xi 7p1fd 183d 1g0oa 2d97w 3475 3mkvb 22xgd 13l62 4yvkh 69g80 1faxs 1ltlt 3wn1k kcn4 jdv 56trz 116jt 5dilc 3pi7w 1e9s3 398r 38rzi rnq 5k5w2 1ti43 luwx 6ks2i 1kkep 11yry slie cbfx 4lnn7 46088 2o0k 6ijhn 4grn6 7tkmi 2tm9p 71n6g 2x5k7 fnsp ziwk 4hz4d 24c6x hqsu 1u139 aym94 3312a 2z9pw 9pl9 i7oy 1ahu2 351ky 258cq 18zre 5csjh 5g9n3 486bo 2jxmc 6ovy3 9sp8 b4x0j 2pbwn pmc0 60yid 5kmoj s568 2jsyx g93h z14z 192dp 2a617 vyc2 1wmg1 2wxpl 4lpjx 1ygzc 1tcm7 2llg6 2hlvh p9ix 2vqys 15qwz 1baui 539b7 pbxu 17pti 35lte rq4c od1u 8bjta ju3s 2j516 2tucm 24evc 1e1xv 7lm4 1zp3d 24tor 1efs4 2l56y 1a5wo 5lqr 2rkps 1ujlc 3epli 2ada1 54fpp 1slrx 74z0v 3m9h4 7m9z 17y3a 8sxib 18w6i 10hi 1yrgd 2str5 9ho8y 3cu66 qfva b18z 19p4j 1ve00 6c10f g7kp5 6lci 22lx8 4yuqd 8hun1 23iah 1sm40 kr72 5ubsm lm7a 1gt2 4ogds mi59 1b5ke pgw3 4rszv 7pj0p 1evvh 4wg4k 4e404 3640w 26gy2 2kxl5 ov9a rawl 48so9 byhs6 qowu ruv9 55vy 1z1m1 2qsgp 9bu9 4jnm 2y37t v15t jy 2aay4 1qoqk 4mxzs fu92 1v6ef ezev 351et c281 13ic0 amka 1wzy3 2w0c8 1danu 2bia tv9x 1kb25 eada 18bkm 4oqkt orj0 22o0j 7q175 34r82 1uiai 57bbw whkj 1dq77 2kvja 37mvm 11gg3 6i8yq 1b5nk 6tqt 2rdw3 1ovne i8n 2hnqc 26c4q 54b3 cxaxu 4mre7 4a2g5 i6cq 1atcb 5buu0 fq0l 2qtkz ivl8 6pb52 b6vz 4mb0r 1nr1d kgu6 11sx9 lkh 2pou 46ob6 22i92 15nxl 1tvtv 1f6p 5r5md 1m3ug 3wid 4t366 526cw 3099e 5und b4f0z eg5o lwo0 77nk8 6vmw7 cez6 63kbf b032 2helv o5l6 1y7yu 145ty fikh 1rfah 2ytu4 q2ol 1063e oglx 20em 3ls0x 1z2m4 yxqu 1w5c4 2zid3 wqu2 ahyam feim 9mw0 sh0q 4h3c4 3fykj 5bey 2xc3q 9joxs 2gka 33t38 2ejkk 35r18 1wy5b 2orvt 350tn 4idxk grx1 2wkrc 1xyge 68zk4 1tt7c 2qi93 5hja2 12a82 3ag3z kbhl svfx 53iri 2pddj 39xs 3t8ni 7u18z 2erlo 6qqm 861t xay1 hnov 273o3 iwju 77z7 k4fm 11v0y 95wno 1wh37 1x0lp 18p03 5gl2b 2hw9k 2wbrg 7svcu 31211 1jfm6 dwlcv 4glju 4ldg6 4o1nt 4yd7c 30p15 241hd 18wmt 2tpz7 escc bzzi 1ku12 n2ih 5tasl 5c22o hspl t3bw 7rhup 9c92 rqzd 29zlv 4xrxo 2ikov j5bv 5dwwx kdid 2ickv 2v1e1 4nvue go3y 42qac 1avic i5gw 1fx1a itj6 6y8l 6m8q 1gmxv 41ixi 1t081 21bwl lri h54u e3lf2 56u9z 1k8j 40ye8 2wmm6 9mjz 2cpao 55zff 1f2yf 2034n 5ena3 65qow 3ifu4 3ibd5 26ycn r98j 6jih a1zn0 2tk43 26mc1 1kmsk 2wi3n e28q 5137j 3xmpd adjzw j5yhe a5ms 296s0 1ahkh 3t70k 2ghzv 3dm0n 11chq 1e3lc 1b7iz g6oy 1amim 2hd4g 1tswc 4zp3p qump d6vc 3qkce 2altk 29pmq gwq2 tnc9 4mo0 4j9s3 7lrf 1qwo1 22oie 14ytg o1xt 4dz4 2aam5 2e5g3 85us9 8z7q 6yla q8zl 18c7f myma 5ynyo 27xk5 1cqt kd2q 7wqb 19qlm 1bzd3 104vn jfvq 3jh1m 482j0 jxdm 5elk 3zf5g 13br5 4v1v 4rq9l 1fkqv jkkh wchv 1lrik lcj5 3hqro a3k8t 3fsi5 5vqu 2cqr6 180sg 34wb8 213qt 4izb4 28nrc 15wt 5mgnm 2zaak 1r9mj 458uc 1tuag 4kk4w yrc3 vntq fkag g2r8 2cia3 2njp9 22rog 2m3ae 2gnx0 3w8oi aso1 ddje 1t1yi 1s5cp 2vkys 1awo9 lobd 6eecq 13paw 4eqe
18:103asg0 ww4l mb21 awxpc 1003d 9b9d 1keo5 1ehzu 7dj34 24jvu 3i56u 40e5 1xzwu 3t9it 93u44 2nshg 3z2dv kjyx 6zra0 3aot2 2duno 4a3sk 27fwz b1v5 11hse 19es 4bkil 42fv 16owq 1c447 52db7 72est 3qt2v 7bfz9 1806i 2nugc 6e0oq 6lweo 2jmoh 3g639 z3ck 4537t foop kufa fnc6m 5vin6 1ag0a 263c 28m7h 2jjxn y0x7 25dzz 18y2y 1278d 3cdd2 2vxhd 8z4r5 ke25 5t5ax 6e189 49u4d 1d9qa 2weo8 1itui 398xt 2jvah 3qgdv 1wthx 4ma4r 7pq9f 2e628 1j04a 13ccq c30c 2n7rt 2a5jc i220 2riee 2l7n6 5le9a 9heg 904ey 30oie 76tvb g3v4 4z9ii 2qzji aapp lkcc tm2g grjf 20nh6 405y9 2dfz3 1x2l3 isd1 y96v 1r6d9 jef0 szqr 2e06 aynt4 252xd 49ims 1psdy vlh2 57r2a e1r3 2jt7e oh4v og5e 2tw8c 3hr1l 1joeq 3fs3b 1fnqp 6dzu 1cg38 4xupx 27b86 3sw19 4z5o7 1es8a 16ex6 h5bg 2354h 5u6kh cdez5 227i0 3jzzv e1xi 176z6 4nqx 17npg 1233v 1gdtf 3tu5i 2hvto 65u3f e9wb 5vm7 3hg5c 2ei41 2sa1e lhri 1kvo3 99mh 5i2nh 18xba 3agtn s9ee 55nfd bosy eowt 18886 16o3h 2u2w8 542bb mf5k xsgu 343xj 74r1k 3xaic 26esg 53prq 1gwov 166ef 47hif 1hvej 3esy9 4kx4x 53w13 2mm6d d30w 2sq35 ed2n 10zig 1xdgg 29my9 5wrz7 2fpds 2vax9 edey 1ieks 5q4er 277cd au6 3ey5k 6vzk8 6olhl 4byh9 lwpt 6iab 4p7wg 4bnrk 1gml7 c07x 10rcy 2ul7n 3a7r8 1hvif paiq 2gjek l617 2y94u 1its4 4cbo8 box5d 1sm6n 1dzwi 37isc 1ahnf 155aj n8y0 3e37 36pt8 3oj8 3t6nn 18onz 1wk49 2ixsr 1tlbw 2j5m9 3p9g2 4lfgo 1wnz0 2aks 8rvy3 7ia7n 6yfoa 1d1a2 qplm 1j63r 200zv 5ren3 udru 6pjk8 9gizt s5rw 1y8b6 72nc2 1xiby 4ttii 19b5j 3p0he 2xkm2 15v3a 1cdl3 gayk cxn 33wpg 6ju95 1l4r3 cq99 8j2ej 2ius7 42hvp 7wq49 794gt as58 j238 26as6 1473y rytb h8cb 3m5nd wey6 q2k2 67ie 15yav zjjm 2rfa3 1y017 18sob db92 1vygw oe3t 3cbwf 9ogup tr0u ab9mi 1h1xt 53ldu lkyx 1vtsr f3uz 3r476 rchq 3on40 tl14 c15g 1v35e 3k55q htev 2kfbx gjcq 305rr ar8f oble 1hz2j td8o 397k1 566fj 5its 5od1v 2cjb0 1cgye dkq9p 2s1ro 2dp0m 3whjs 1sncw 3uv6c 2m9xi 4hhim ijat epot 25uki 2q4mq 4lkti 1eyd 75wj0 3h6r7 67xbb 3so55 2w8oj 2yx9y 354ix di24 3noq 2aujh 31aso 5j275 1byea dvoc 478ej 1ar5k 2jjo4 4cg2k 143fw lwy0 rep5 9hbu 2z59c 7qv0 3x8e9 17px3 2b11y 1dbrx my6s 6kek 1uysp 51zdj 20ar4 9lo4 c50v 4kduc z1g8 242nc 2ili5 3w2ib 6e4j 14eas 9ozy zz1r 3ihhm 99ddp 49p1r 1c418 31wfm 2yovx lw2i 1k0g 2ii7w 34rle wca 2y6fr 3kbvo 1g3gb qal5 6168c 1fvt8 d6s61 40dzk u7r9 ogk3 1lap3 3vy3j 1ubfu 5tqpd 1gnek 4j13n 2qver gs5y iqzn asoe huep 1sxch v09v 1dc9p 3vew3 1kk8g 21o6l 3jshx 3dbud 2pa6m 4ndm8 1esr5 4e9gn 5d99 1yeok bjhrz x0ys 5ul59 1u7xr 1jsak 4hxi4 xaq0 29nym 2up0u bxli 3jbww 2slxg 4354 r5sz k0jp 18u76 amjo i6wn 1o3qv knl6 rb44 2d7e6 4jzgk 5oe45 5x8d6 4yhu7 ndt7 4aomh 72ge 34y8k 15gi 1winx 36u2i 38xi9 4srkg 14ily 1j086 d0tpg 4wjev 167c4 9j7f1 3qcdt hkm7 2agq9 1nwt8 3cble 71un 3rxwb 3aufo 4auq 35qr 5ytlh 5f0p4 n9s0
23:3bk7i 48p7q 28wvp 5om6m 3or51 7fffa 10l0h 25dfg tpl9 mhxz 2iwzj 23tyt 54256 45fdk eqyx 4r0qd 20yhz v48i grn9x 3o1u2 10uai 3mkvc bsfl 1x0tp 1qkv1 2myv8 2nbi3 zfk6 2z2ag 2yglw 2gfl4 1nqe7 ws3o sqde 4qm59 2i22q 1k3un 3hz35 2i3un nkr8 k1g9 c3md 4t49o 1hswi 3f47x 1ahdf 3fbmw 19ogu 6ya73 uayk 1hdap 3jpw7 2haw3 4ek2r edrv 6sjz 5o6h3 25j03 v7l1 25h8s 1ajc4 36n8 26mqt 4lc6 68vpi t1wo 4vry4 j3ir 1oksf 1tn32 4zyuz 6ji9 2pwa0 a6f2l 2bzcd 37bel 11ku0 7jyd 69391 1ojiv 9l6y 1t9hn 3c2d2 2m2b9 22jlu 5r1o1 6q7sf 3jwqv 59q17 17mnh 2j4fx 1iiqs jjhp mzeq 2j61c a29o 45e2 11m3 8f86m 6cpip dt4rp 5a1f5 37ufj ehki r13r 2dqqp 68fj ci5g 5x2lx 2yiuh 2o0ne 17dfx 4ukbz 1jf2o 56si 22k37 3u8fd cn9n nzoj wm2c 1htzj 1du7u x80i x2px 5xnwh 2hfpe 1sosp 1ctln e8av 6syqw oc6 5h1ou 4ism4 6tpee 4mis5 z5um 3fp9i uvtf 5ou4x 374b7 abcv2 1qjl0 3i8ft rl9s 2cr0 gwpb3 29a9d 3m66n 26kox 2ryly 1omkj 2aglp bhb1k ai2nr 58dmg 9bbop 3jb3m 1tfhx mdc8 4ei10 89n3k 1qtzf 1vuog 2xx4c 1b8k1 ms50 4tthl 67ja2 4kku 7fb3c 92o0 1hzu 1i2ge 9sfi 4kbk4 7rb4 6ndq5 64tl7 2649 1gm3w 1ps8a cnto 86gdj 9sf7 1gvwr 8uak 2336x 25ful 1rz73 3cu1f 8roqa 50saz 1b8q5 19glw g88h 31t5o 1otau 2mcy 28ry2 5mlo2 1rtdm kosj 28n1e 4b0pl 1a6tz 33v3q lysg hxnk 14vsk 4y856 2n72q 5glqh 1nh6g 1w19q 5kabh 9hqb6 1wbnq zrsg 1it06 26yhw gttx7 10vz ey7h zqoq 2d2yj 2za6i g2uh yyjq 13tte 3b8bn 22rk0 4o1p azzqq 5kmoy wjri iktv 6woz 1mpbg 2sxhh 1pmf 47g6r 2alm8 5mc4x 3xntc 2232u 1v3uy 6yvo3 75l74 4mxnx 1rre3 2cu0v 475t3 3yluv 4bt6h 1h1p9 4rhow 2q5ne 6h6t 62gzf 14ubo 74x5h 1z4lo 7bwk 52nx9 580gh zpyc mysl cjxz 3igx5 94bql 2lni9 8oofo 5itak rkdh 13xm3 2wjkz 1uxsf 59exo 6ps7 94zj cvnm0 gis7 6r94 5o1oc 4oywm mppa fnwn 7c0nz 3ceuc 1928p u6ki 3nzsn 3um8i 3tc5i 81vsy 1c1s8 2c0f3 4rduq 1ltdd ehvv3 5j3kp 1vwyh 13izu 35yke 5r565 2sf76 1b6k9 lvlv 38kz 27s7e 26o0b 1as2p 165ch vsyv rb15 ekj8w 553pr dyad6 1qc3i 4qo6c i6xr 2vcps 2h1jx 2oz61 23436 4817 ee1bd 3nilf 1l3v2 bxt2 3myuz 46fgb 22h00 3qtv7 26gli 3m0do 21ft6 5zk4y 14har 35zu7 6zkr 2fwe 35576 2yewq 2gcxo 87y4i eaax 1rbcy 5d712 6wjei 34jrs 3kzoy fwk7 1oqum 3w96w 2gj1n 48762 5u1nm 30sy 27k2i 3p00p 1lfx 41p8b k06r as1i 40mgl dvvz 3crez 2zu45 4l9f 2msyu 6kklm 5pr6b 399os 1hozh 2pdu j4pp 63r80 2raql i0un rbzj 5qfum kwci 16gov jp1g frake 2xvsm 1ggmg inqv 15gsq 2cu0 650j4 344qk 1dfp8 3xs3i 6nhcq i238 20m8t d1a2 6q8j8 cithw 1reo7 4bkwk jvfb 9c9m 84fam 1qqrl 38a9l 2a7wl 8vuou 2s561 5xyg9 i0zk f8xdt 13nfp 1p50b 25wxi ymgv 3vkzb 1d4m 3el3s 6a0vl 4gn2 2vxxe 2a8pi 3w0al 7x5lw 4ehxf ig5g 2pdga sbyf 79ev 26svh 1adtp o4ua yk9e yxmd ijnf gns7 45v7u 2cp1r 4qmtf 4bgp3 3x25c a51vr 4h3pl avvqe 2i4pj qctj 3b57t a28x 8jopp 5ohoq 5pcny bzrs 37eq3 2rdfe 1gr38 phga 5goy6 1t63c 2rti7 89imp 74bgp 1ffyl 7b4ag 1b92h 5azao 8bwb9 1ddhf 2lgk6 2a29o l8bd byshz 20fzw x0va 85m6 31mjj 4bg91 8fo1r 6s3g4 26i1r 1vsjd 1reyh 9g8p9 52evi co2a 5bxbr 3p7ff 1yiap 1ootu 5lrs 4pr9t 1ajh6 18lfp 1m3gg 6mspo 15hwz awhek 2fyjj
23:17qta2g 2g7ab 1oikn tw21 vp3o 3jw94 35l0w ugdg 5uaod o3f7 43iqk 8hcol no09 4z0on 2363v 4525f t9vh 6q1u1 5j51c 3f5jz 10kh4 2bhs0 3xg8d 40au0 1s4oa 2sg7h 1acjw 97cex 3qfq2 4vch7 9fwx 66eet fk52 62i3a 1ft25 4goie 1groq 1gzh6 7ep01 11qb 2s2ho 40i8t wv08 vjfr hdqr 4xc2g 1jxkd 2itp 6ftu 1nice 6dny 3flnk nv6l 41s58 717zy 8pnkk 1d5o2 9m5aw 15yak 39mf6 1xqe7 4ocmo 4kjy4 2jepy 4vh9f 4d7kp gk1x 21idd 57k4o jflh 27q6b 36khs 47jf8 7tj6l zh0 ysfc 3gdih iutu 1qgw da19 n0tk 3gc31 hpnlq di09 1dcox 830ln 3b1ks 1y33v 1t3wv 19hki smjh wdw1 2p75k 3u71y 3ezvt tjer buna 45pv6 2ex38 5pa2m t54r 3m4ek 15yzs n56x 2qd2 bnv3 xxir q6zn 5kyw5 4yzdg 9w8a2 4tedl dcqx 3a7am 1nmbe yowe 7cxpi 1esve 3jitk 1soo0 3cngn uqyg 4adpx 62eic 3yb69 2ypb8 nhuf 21of1 827g 2rew 2kepj 1fgia 8cfx 6l97t 7ul63 3ijds cxja9 45hx 9qzb 16v1j y5j0 1b901 2mq6m 6w42v 7phes 2ijil gdsrz 2xvit fgo0 18s8q 6o04g 52uu5 4a0si 444be 48kx7 2pzwc 13h9n 4peoz av2xp bpyv rgbe v0fk csl3e 3x3t0 4z8q1 yh53 2d9fr 2asct 6ovzs 44wca 4y7u2 18pi8 84lvd 2bo79 8hw6a tmip 1ew6d 3ywpd 59yqh 2fq64 exjbk 7z0xy tkdf i5nu 1o7j3 11aa 2gjwe 1j9d4 1ycie b04v 5qzm7 3ewql 13zyi 1vum4 5n06a cvfxi z0l6 2wcwh u78p 4auuh htfn 7p0i7 2ud66 rkzt 3d1jz 6qear 11co0 4p01u 30jh4 8h2ax vvc8 adiz 43b0 cwbir 14e7j 1e7uf 5n5oi 3yuq3 4pndf 3n75t 3288r 58gyy vebg 67db 2zqj9 1gxkj 4qmg3 egz9t 2de2y 37hnx 1bjwg t8ii 302ih 8mp7g 3uj8g 5ccs 34fz1 hi3a 1x0u8 17oev 1uz9o m470 5j3nm 2femd rb6t qmm8 8gm5k 409v7 1y0sp 1ilq9 15a59 2g0f 4itfk 9clt2 68rri 2wdf3 59hbd 1irpf 1leu3 28cea 14lx3 8szk4 7815r 3n4z4 bhlf 6o252 8oum 3nsac 1eja8 92wq 1mcks 1mvne 3bq7l 1d7g7 9mfno 1g67 bmfh 19e94 1piha bigx6 7b0kl 6mtw 19rsh 3xkmx 9l31 31j0j 9xzg0 9k24 16ao4 2wuen 6k4d6 1nm43 ncyw cfj2 4sqdo 10td2 v34o 2f3bl 1otce dzdf 26kea 3gc2j e8tn 3w9v 4zg6h
28:4oydf 2d6fl 3flvo i5ms 1d5se bwxwz 1fgf9 2py7n 5ejjx 2jw7j 1i0xs 147wp 2i21p 3vbhz 2hw45 2a5qx 1ox0p ni56 8t8gw 5wx2g 77lu3 4aswx 1al3u 3b87e 4spob a37s 3j7ro 1xqbo c095y jd4os ajm0 5y1zq a7rad 3k7ea 1blrv barrc 61b6e b0i7 fd91 2vzpz 9zfiy aq0mx 3ij3z 3shoi 618kn 4oszj 2csnh 9q92r 2496 1skid 1o8t5 q1ca 2alfe 84o7g 5i71 cx1z9 rb9j 1xmji 4emh2 2bmn4 1mhbk 6aazl 111ga 29zu 4mp32 5z2a0 25qka 7zhcr 4roa 5e87 eompr 78gi 4d4e 44vrz gfhan 1ja2n 32o3a 30zu misg 1yutm gek32 22vsb 1yrgd 50vvl 2zdoj 2f3p0 wfo8 6niq8 1j12d 3evo9 fernm 5gdpc 9nspb 43dji 7fcg8 8hwvo yal3 9m029 3s828 19c5x 7788 2n1ct 4sq8b 282s3 77nbp 102jj sgmn 46syi 2pvl3 1zfre 3l7b7 3cf6k 2bk9k 2lnlf 3ymc0 18o0m 34q55 dqu 1p5xj mdfw l1lw 3k67f nwuc 2mfjq 66gj4 bgmng 23ycj 2m8qn 6hoqm 1n2kv 76b5l 1kfts 43t4l 5p0gm 60rpx biij7 9qxim 2tzv7 4n3ft 2xsbs eaxn 53eyx 6se8k 5g85z er4mh 2imuv 5gu4e 2wdte 173f8 3sam egwc7 5gjwo 3ljm7 9dmw1 623z7 2wy37 no3j 3d01m 1mz8b fvsg 716ny nmku 6kth3 1fnt9 3b1dj vyk2 yp3v 2wezj 49vg4 531g2 toor beio9 5oz86 97j7l l9jy 999xr 15ezx 2yo6b 1td0u 2vlu2 cpcxg 1824w 6584i ichu 8jmfz 2wk7p lh89 363ke 2opzm 3lir d7e5 4yqnt 1njdl 2uvns 8xt3q 5g4f5 3exu4 9k2sf fdxp 71xi5 4l3ek 3zo6k 6whou 2o5zs b7pdz 21trp 7az41 864d 64l29 m7ix 9253 77fxz 5kv76 2odww fc7ir i1sp 3bis 2yfrq 3gxyn 2knec 7q953 2a5zc q2s0 1vq6d 3nd04 bc63 29mv1 7kzx9 c9sur 27nv 45eoz 46bwl 55n1q 56lrw 66tae niec 1d9si 5bw3k 8tpbz wdq2 4n2pr 4v698 2jpou g0rp 4pq15 14wkn 22alt 72zhw 1lx6r 5ulht 2cjmk c9d4w 8rtew l5sk cn5bf 4ysvk et6pe xkgt t35v 4p2tw 1g40c 86k7p n1vc 5p2fn 4hpuu 7cf5e 19j7u 5tkl8 1em6l 67in4 4n78o 18h4x akxtg 69s2x a7rzl 84py0 84l55 16a4u 411hb 112ju 4uipu 29ar5 c9sn 10kqw 1v1zs 6eeqw 15zrf q794 hq92 37r6f 2z1f7 1pmck 5gz16 cn09o 4flk9 p5vo 3ss70 36qw8 1lw4 fy2j 70ol 17xbj oc9q 3tsbf gufp 30h0g 1qp9v y3rl 2l303 2lubf 2ua9i 2mfl 4qr0n 6y1r 2d2qy 9g888 3eioh 5yvu4 jvvff 16lvg 8y11g 7ywp4 q8o6 2esv0 ek809 cmuo 2tdfj pgcc 4ahz1 3sa6c 52w1e 1bwxc 9oyh 1ko8f 7l6kr 7a21i 3pbik kr957 o3rns h5uh mba6 9rz51 2coir xuvo 1xau4 1ij3f 4e8np 6sz2 7ado0 t3v5 1ebcb a3g6 3gsxn 38720 5nnea 2fej1 179jq wmpr 3weoz 1rak b4rff 4kmsq 3c39y 2lm4m 8uy0y 57q1 3g8dm 2zh9e fkb1 5yuf2 egple 64ymp 8stgh a5c0m 1jtg1 4mdzb 5lbvw 4i1n9 2hfae wy3l 1u5q2 i8oh 5msk5 42bjp 2c98d 9sesj 5uhr8 1k5ji 10ynj 473nk 7nuy0 43i25 19ty5 105lw 1lvwc 2gr2n yymb 4xpil 5b8tz lwm7 5wvj3 59tzd 1pg4k 69mnf 9aem7 29trd anav6 7k4d 2q67n 8aaot e4gey 492r3 1p4h3 1bvpq 4530d 3anks s6k0 rz1u cqs7j diffi 5rfg0 1bx9e 254o8 13j6q bvqn 17jcg 2ckdr pvuw 2wleu 5gn54 2ieda hba 17es2 3kj4v 6mxyr 2khsx 8j1ox d0tav 8cwab 6k5gh 9vnl3 82exc 1ppg8 5khqk aec4y 1rg5g b3xzx 5eaao 75yt0 3ampj 5nw2 6rpc dlhr 2dcvz j0zi 7a0ud 7ui85 naye 7bcc6 3ut1y 21o7k 5w96t 5lyu 3qida 5v7of 1ufn0 wdc6 ahu 3u14u 174xp 1x8qy 4yk5x lv53 sa4n 11v8b 66ih9 3gsar 7ct4k tr6s ag88f 4cei5 dkspo 25e60 e311y 1nioa amuw5 zb52 3qf63 1klam 6lkw7 6jtgk 21ayt h39zh 13cv1 4oim 14lx4 1b4i2 5ue22 23sp0 40lxf
28:1mpscl4 1luaw 69sm5 3ps0s 3c9s0 1ezfr 3lrsx fnwpn pj3u 2g0xa 227ea 15jj0 d1ov aryr b6bmm 3wlzj 540c8 gbeb4 dt351 5rjt1 74syo 5neo7 iy6n 6jozt 1132h 110bl ejnjz 2665r 3u5ie 1ngey 3a0te 3042c 18ovh kb3nz 2xryx 27qgr 5qgxb 4n18j 4fheu 3e63t 7r2w8 5xrdy 810jt biban 7y397 179pi 22kk 3b20t 3chz2 2oyo6 45hap xhqi 3ebol 6fi7u 1ylfx 2shg t7rn 32hfw 4ummr 13ntg 62mrd 21ugg ci5e gmzt 73f9b od7i1 3b4ad 65tm3 4vd23 363ae o6y1 yf80 66l5g a767f 1b88v 3kyu0 24t3r 250np wrmn 24l7g 3qagm 4upf4 20pl1 7480q 8hqog bytz8 cyl3 13mcx aobf fj19 45zzl 1iofs dwhw v00t bezjg 2arp6 170vs 5eh1a 5svqd i1k dy6h cs1w juw5 1h20q 4pt6i
36:18eq8 55tz dv6rj aygyl 70b3i 2rhhg agum 6iz2c cp98s 3rfw4 4d2hq 3w0x 5jn7q hevnc 8yfu0 1cuev 9b0hp 2i2b3 lak3 1dc2u 16n8x 81awz 1072f 1fsd1 2335v fdzny dknfc qdyg 3toeu 134gy t1e9 frfd 1hkfj 1fjb1 7mzbk 6b3se 306xd 2mfdt 1ra0c 4dqb3 b9upq 1j6mc 4angw 7n2bn jwdm ctpwj 3bq4i 44iws 87cja 2qkgn 8r9zc 1nrfq 7rqwg 2hwhx hj05 15r27 a7mtm 3k0vx baspy 6l3v 1paqj 46iqq hap4 28mhn drmkt 825ig 1nmcz 6t2q5 1uyhz 9y0fb 85x7j 9ihrl 9w8j 7y98y 8aecw 180lj 41ozc 6wv1n 3g4gh 3axa3 3zp9z 2h16i 58304 1g1ku 1k1vj 72jdf eqmi 3ctrc 1l8vo 2qnh4 1d3ko 3p6iv 2jkwv 4osm0 6pn08 22rvp f7doz 94zi6 6dowh gvx qwi2 25jwq 5ukp uid0 1ye4u 1eh6t 18hmv a3ta4 1zdik 2dqyr 1ax59 36208 1n5n0 9cw3q 39f71 73d4n 8bfh 55q9t 65l98 3uud5 29fg1 mwnt3 cfc4n 3f4ma 139ne 21enj 2numm 1zf01 42w10 4am43 9dlni pi26 8lg6f 4lg26 31fue fz53e 1agg3 acjv3 1dghi zt44 85gmr 27qgm ck3p0 5x05h 326pw b4758 176k1 2dldq mj5e 7pz72 ahtc1 17zkp 637q2 7dkh4 axd84 8cdz 22zle 2m2lg 1kc8l 3ohtv 49604 sy71g f0ye3 25r5p 3v3hu 2w6v4 4hhej hkvs 4tz19 db3o 4o593 mxyp 2t7br xib0 9msrg jlnm 6katw 5y02f b3fi9 m9qn 3ed38 70w3i 7s573 9a3qp 5xp92 28c60 4zjj7 5xebr 5hkl8 gi0 2oshb h9ir2 5kzye 4sh9u 5octm 3sr25 dz8z 1hkwb ls0hj r432 3wh2n j63s 1gdw7 5kyd0 3n23g 5w5iy h92xg 2nfu6 bi6o5 3rzku 6yx50 66y8n 2n27q esly7 k2k2 2howt 43jh8 4w33w 4b7td 5ndaa 3wp33 wkpl 7nsze dlzi6 2fpmq 3d9j3 456xd 4hg2q 4j77 3s07u 4ic15 3bgy0 4owri 3x4ur 1jzpb hz82 hvoju caxqh 1xe4p 95sbh 6nhjp 2duok 381ex celia 5eoyd 2mtvj zgas 6xwbf 3119h w3bi 665fe 3zpg8 a9yjo 29jsw 4reyb 10gfo 941pb 5alrs 46k1c iow5 ajmdf 32was dadgq 5gxab c6wz3 2ekt duzd2 1a2va 3tgr9 223e5 790xo 32oxu 39cg3 buut 1rvb7 29n8m 1jdk0 2nw50 8h7a 208e5 35ozo 2nfkz 6rqk8 5ysm5 4jz70 itx72 j4s6 2z8vr 1ac5k 1elid kayv 2t6n4 4owpy 536z 4exan 4253 gpo4u cbl6i 3hpt 5kv03 t7dq 3kb1x wvmc 5hfm6 9vstj xy4x 47hi2 3zco7 3pmn 37jle cqa9 1j6ml bw40g 80sov 2seih 3c136 676n8 3dgqm 232bm 69fs2 bszu 2v1im 1iiku 6wwdh ogkc fcszs arej 3r9jc edr2k 2duhj dmmlc 344rn 1ap5b 4yqfp 91wn5 gzkr 4j33 c10s7 2weai 2kd26 brkx 5t6rq 2nks5 5xkhr 18pfl tlsr 1ojvq 5a32m m6pv 1drb0 2e4eg 3vpe7 5207e 6ag9o 7ygwt d9igq hu3t oubo 2ze4u 3ad4z 1q6jh 73igs qm5e ep6ox 50mho gbi1 1a9o8 10fxd 1gm3q 1mnh1 2ke8h 2t34q ixlz 79xmo 1yqs4 2vmjv 47c5k 1bfxh 1yco6 58h2g 5mta9 3kman 12cxd 27178 592dt 2besi fllg 6d93l 3hg2m 4zq6o 5y3ul 3vcy0 8p56 37mpv 1zdjk 1n5zx 2frdh 2q4bs 8rsrz 45ab3 2u6ld 1nnsl 292et 16wts j42ey 6fs1y c0oxl 3q9gh 2775g 5lpjr dq96 68oxl 3vu5 3m0at 54u6i bo1h 31yoh 317fj 5qfwm aexex 84q7e 13q98 n9ky 5i81q jot0 2zjp7 6wvfe 5kpuo 3jwle 2nx18 2zmbp 272se 2o6ah 2nrl5 7syl a0oi5 4c8n3 3oi2g 8fm53 2h1hy 8ufev 14mz0 5xtpv 4vogi 1tbky 2xtd2 83raj 7f5vv aqiif 1flz9 4iypw 6ftak 2qj7 85akn 1yis8 11nel r084 nth95 32w6p 8g76 j4vq 4o413 1np9d 3u5xp dlzj 2t84u i8mzo eyezf 6iemm 40wat 9wf30 tjqc 4e4e7 2wsal 282tu 2e3r8 531rw 2eqev 4ok5d 1e2ij gf6j6 5h146 9a9rt 1s8ig 20pf8 1wyu8 2lh0h 34u15 5otyq 38tq4 3a94 xctv 2g9c 3jung 6nta 2pb6z 2f27y 951rh 5ggj2 bs9bs
36:1sfhv3z 7lz1g 696x0 ax00x 7ymnl 7rnpe 2swn6 7a4vx 1rauv 2syqf 3p16l gkof 6x5ei 1yqna 6b3oh 7tkwg 4rmz7 2peju g2h7j h0pc blp1w 5p79q iv8f cdcw 56zuh 62f9s 7nhd d3vuj 2xxdw 2iwk0 32cqc 1khjd 1b63g 88yl 4nm92 gvwch 9pctc atqgg z15a 2t6kv 4g7cf vgaz 7y5c 22mzu ea4i2 7ysw1
44:8kc78 184qr gq5su 1ojr9 jwgoi fgcv8 2lo4g 729iz 8huwe hkpgt dxpew 4ve9j 5rwus 1kjmp 2w9sg 4kb6k 6ljej h6oxl 5t636 37v27 7g2wj aj90b 6xxy8 87ue 2d4t6 1zucu mze8 8uigl 6uhm3 bvosn cx0q 5rdan 1c35c 5kcyl 1b7g3 4y09 5g9pm 26xyu 1la3d 3mc8c 9wxoz 20pkl 8dnau 276jy 7gngz 7saxs awfu 32maf 81095 7jcfs 720pe f56xg 8pkod 125v4 sipv c6d0a 7ohvh cq605 53ayu 9unpt a0mh exqc8 7axjm 33oia 19poe 4qzf 3l82f 1e4xl qgycc i5vx 3w3uw 98mqm d5bqt n4tyh 1xktx flo5f 7i0kx 52lz1 33gg0 blfta 3bgq5 4a2c5 87qmx 1p91m 2liot 8s97h bspwk 5nd4 bulv 1xogj 1p5d3 9bt59 d2mr6 2ejce 44jou 3t5v3 175uy 2nthp dzu2 1wfpw kxro 3nhju 12vem 8sg38 5a1c 57f1b 5hmg1 219em 6dr39 3ur6u 3c53y 8faar 6507g 44qwx dqawt 25xrj bgpew lziee 15pb1 mluci 1tfu4 5huuv 36apk 59uzq 5t6yl 8g121 piz8 o6hj 411pm eti35 5wnl4 1evb1 1g0ie 8tif8 bmzth k8o97 bybjz 6zn7k 1xvq3 kx5ik aljte a3fr3 20r4e 673pk k4zg 19l5k dtnnb 2i3xm 816yd 30tdx 14zyf 7k8ba b6ngw 7savv 68c8g 1kom5 10xqn lg60 32w8z jbafg g9532 pynb 12qd0 3t8fi 8zzce 6t8w0 hgifd 2tqxm gllom 13efy fmpi3 1e1za cagr3 1ogur 6et8e 1mlsm 2ryye 7g4c9 aoilz 3g6k9 pvyzz nf0c 5zhs6 2f8ms 29m3g dihxq 5aww2 7g12a 884ov 5ryyz 3dcgr jv85k om1zm ni3gx 53qi1 6k5cg zax3 kaw0 1soxe 6sw9o e9xgl drv3s sqd4h f4zzh 5hh7k gvvvv 3x5lf 4s6jy 5iyrr bg7c4 16o5p 2ycva 177xn j991 8n96u 2v4yt 2z4mb 4p40a 18sea 8dsmg e9xjo 5vmau 3jub8 9ebsr s8of 4k623 rtxg 1062y bxi10 5ovw9 4bqef 7h4np 5izo8 5e2w0 1hi2g 6a6jb f6vgh 7s1e dtquw qaa4 4dj4l 46t7t 1fldp 4mkq8 3uo2l 1drdi aonyf 7bzg6 alcs9 4472b 9j6no eer8 aps5o fxhiw 7tkc0 te5f 5w6z6 n4bd ib52 g7mb7 3jh4p 5gjw3 60nxs 39cj dskys 8itgw 9gy6v 2yrc 2xrio btt e6n0w 1q482 1018g eu2sr 1mipw 664fg 784w 4qry 43qb9 srtbj g254 11ezq 7i7w7 ka2r2 16htp 1wfwh 1ru7o i2c5z 3xaxt vvvj g0r2b 3i2ry 6j0vk co3p 1qdgl 8dqsi 1cbv7 4bt39 il3mz pm24f 1gqxo 28lcg 4ysht 9nl6t 6bzfi f29bn 3c00t 1yv52 5ro0n 81nw6 1zcqj 14emc 51cmo 4wkhc ddaer 6p8am 7k03j 140zq 7zyzj w2q9 3pxtr 9cjc 4e8wg 1na1q 436h6 dpryy 1gj47 88yem 51r4c 391f uzrb 61x5z 3lr5s 65o6u 1lcza hsmi iv26u 7tji7 26r7n 16m47 hkp6v b40jw 5fkbp 2lm0g 4yjoo 3grz8 lj6oj kk0q 1tj3e uvs1w 14md3 jup6o 5s2z 31stx 6u7zy 20yb0 8do1p 3tdfo 8tl7 2rp87 71bsm 5vqsx 80f20 e33ia 52fl3 li70 ae6wv 4ethv 12670 bd6yi 7wtsy 9v3jo e8rot 1m024 5pqmp 993dh 8x6cm 3a0rp d24mm 3cqwd 9dxip avkyj 3sf0q acvg3 12hnq 22yfi 2s766 21z3s xoo7 2c2w xpjf 4k7hr 1sqgi 3i4fe 75ki6 20luy 1hkdp 18u26 2g52a 70xxb
56:11kvo 5v657 entmt 1qsnr 3pwwn 2uve1 2d27i 3qqzb 4wtkp o9cy 4zck3 5k85l lqm14 76f65 ulh 2rrxf as1mb bs5ua 6jp38 ahni 2s0ye 9hhi3 45vzz 54jgd q6u5e d0lia glmzc 4mqv7 5prxg 2b57t bxqkv ejmch 8jooj ctvis jla8w vbum 4bch9 1rq9w 9jft3 12qgu 2f8ox 487f2 oerk1 8q1e 37691 crz7i bz9u4 3tynb 9uq8a bpjax 3yp3 16l39 x98h 6j477 1aaw7 dtyf 6kiie 5uew nkvu k16 1i5wv w5ez 2a8na xm2s5 4h5bq 3407s em0el 5b669 4ruad bokmr rn2y3 2cr4i 2oba0 6l0b3 3j2hv cx3zd orql5 bl170 6iglz 53lf8 3a30u 52ecp glbbm a40qv 6813u 6aqyk 4713p 2i00q 1bz94 74t1s 36f7h 2x44r 4e619 blh7 4o2es 8458u 1lek3 82ea 2vrdt 6vl53 1ru3e fhyc 6ajyh a9cvj jsvb 92z2t rcy6 gohv1 cgand 822u8 4xv6 2bb4g kk10u szky1 2px5g 5x9qf dw5q0 gtie1 d5ls7 2j2vy 1k28z kqzze 7pqqd cd45f 63acy ahy5p 2t15d 47c56 6y5a9 11n1m 3rsqc j439c ppth0 65wqz j4cqx 12r6va v7oq 92tp0 cb2y6 900qx br08o 21kkx 6jzwd 9nfo d3qie 3358y 8ohkz 1n1ub 3hjv3 a0a5n abozz 1q3gy 1byhue uv3nm 3b7kd uj91 15jee b459p rkwij 8wlsu 1lkor 4xbhf 9rtw2 iebf 46xyr 3q4pj ct63q 54si2 21tfl 3tel7 4du9h 2dmw9 4zv5e 6g4k3 u44w5 v9gg ce4k 74ous 49rat 2ifgt 943j4 fnpv8 by038 w95t7 27c58 17ra4 69xmh 1w62n 6w1xl ecdq5 32f91 289qp 7c78e sh0m dna9j 1wwfm 82bae zpebg mi7wx 3w68f 31mni 66hw9 2809v 510ak 3a77b ykqq3 1v8q8 dsa2c ak2z9 d1w05 o9mp 4453b 2qwwi nf15 fqyus 8nfn b0npe 1ot80 95k9r 1end8 1kznz 50i7 df9y 3zo0z 1zdoi 59ndx 6n73 4188y b61tz 84x81 bjl9e 22r99 2b2hm 2q1qi 3fl26 666nz 3p90w 1riji 6ae6n 8tf5t 3eby6 erep6 adcph et3tf fpldr c9gp0 6y825 1cykq r52ua dq5nh 888cz 8icu ckkf3 41q33 6pyw8 3i53x zahd 24zgo 235h6 4uedp 1yz16 15tk8 d44o 6jdt7 j2u4 tanm 5cmrk r3tj 2p5h l8bf7 6ek6g 5ln7a drdwc adhtz 8kba2 e5lne 1gslu 717lr 12n4x 6u0b1 pxvxv 2b5a7 f42we eja2 5n00x bp7rm 9hm60 df408 kbcih 7rck8 63aux ktmu3 ekon6 ge6ad ekuq1 cu4b6 gmwam 4k2e1 a2uzq 1wi7q g500h 1kub8 6engl 47lj6 1tq0u 6ltqc 1djtj ar746 gi8qf 56ein kjywe d665p 1dsz9 4z1l8 66o17 2lnbl 2qpgd 2cy09 o9ou 9vd3t j63mp 2dw65 a8k6p dm5s 2qvp2 7nhg9 clewz ftyqv 9foar 8thvx a1xwj 12dxw
69:3irew bzf6z 51co8 1n90q mv09h remwq 3gck q37o4 9i6q9 1s731 68vem 2qsm6 4x5y4 4o1 5oreh 8npkq cd7x5 493wg 18oz0 4u4g9 59dzq p383e 58ek0 1bur1 1joa2 ac16j by8mo b5uca dh5r2 11k1g 2yarr 2u0x7 958dp kvvn dmvrs sklrl y6doc 42i4k 6cilo cuqpj agob 8wc2a i4kn2 b4nms dxfs7 484rf hfmzj fyj1g zt2sa e9itf 3ol39 dbm8x pita 488to glfx 9zbtq fihep dwmp 3o33g 2ujds 6vpxf i2512 1e31wq 697jl t2ttg 5qqzz v8r2s tp0mi 2qhc3 8lkya 1bcep 4t9ze 4gh0n 1m7 2lwls 14uh 708kf 14g8k nf7zp 3pp9p 1okrd c3mr0 eyyv e5i18 avxjg atgsw eyqqp i7ggx d4uok 9vtlg 2ffgp ps1p8 377u 2muir 1bmhf 919zv 178pn 6c3ek 3kh2i ad33o earzc idvs6 1nmxn g53sn 4w764 7mgrv aoeai zf73 9as19 5hdrr 1zdva 18ynw iivrn 1ed2k 3u1m8 dn1kt 8hmiz eo0fg 4rawc f5ri4 8p6rh 1cm8c 4fu53 6mkvi 91iir 2ixmy 61cda mot1q l5jma chkd 7feh2 4a93d a9bw5 55z52 s47u s98hm ebs4r mfnni 6ons6 3925w 66jrk 168f7x 34bb3 2gega 5i41b rfqof 96imf b0xxk vgmvz atagz hpg8w 2uamr ulode 2wqnd 10oae gaisu kvha 9vwwk 6rpcs 56e9x 19ft8 8l7ac bgpu 10ejoi 1fd1vo 1rakn hn27e 5ylwo m5c6d yiztz 7ph8v edc0 yf2wy h0nne hrpk azlvx 41n1e 5vi9e a9srd 4i7ie g56h 81ki8 11a1p7 b6w85 ijiyg leqca 4c4ht ex8ia 210rs wn6wm 69avh n2q65 a9g7c flwvq 13xi0a b7nr3 icefp pscke 8czy9 4rbj6 epcga 2nw0b 59zek b7l37 3yg0t 13z1n 55j87 31i7s 72kfv 1a6r60 2jrcl chtwo 1xs3v 5wxn6 1q4gq b6uk4 3lmde as9ta 6ncjv 6ylf4 az2vz lm753 fmxfn 4qltx 1wr7a z0v6z 6hjed b8aej qtwuw 3q9jk asugg cmzvx 5xgav bbfos 5rz3 w2bfg cjr0k
87:2unz5 34m1c 3gxvw ub68l 99kph 9znpl sa6pf jrbbn hwpjw 8dhg0 mq6zj 7lc8f eaujp yvfgn 5k4xa 40u31 5s7kp k7e5x 21jpzn 2mln7 e5bq 2gdb8 5t3cf m2ppm 172w6 cjelt 479a4 3hk2z 2g7lb f1kr2 3bln4 fa600 7s7x2 1bvxee 53e34 2mjmu p5da1 25xof dxq9b 4md5q 1ei30c 1vvs1 247gg ra3zj 6kq0t 9hl6o ds6d 4kkes 1u0zb 5pipj 1ql1s n2v8b j3d9q h6718 9cffv runrz 87azu ndvj3 qe77 12bt23 4n61j 17us2 7493q 5mt2v hjl5y j6ff9 1cnvt 313ez 24quv zen4f 5lkyr 5yz9o 1qrsz 10uqo dwily t9mxv 176oq 3lpim bh4o0 e4u32 on73 bvnri 3wttv ge1pe 27oa2 8c8oh 5hg77 cww7t dpabn mlbj tcdmy tm86 l90uc uxan2 ql1t j9tq dswtk bes65 dblle 53hcx e7jpf k9orq b80w9 cpo4d s1dzl dnxu5 dathj 7k14c hta1s 20c6t 1krf52 8rt6p 3f148 nh1qa f4w4m k8jba axriq 3b3ih 56cjr 6goqx 4lqxy jbb1e 14dof4 5gpzg acorb l3nww 36u7t eqkyc 2azip dvt7o jzt4 4ms2n ehj4j ogar4 1cl1w 193th8 680zn x80s 8tpnj k3u2z 18psrr 79epc dlg1m 8wvvj 72l4s gmyaw 33o15 6v4jr 8g4nz fhf8j 2k4r1 jiw81 629dv 58i6e 5oibu tgmt5 m1gl3 enmyp 3yaah p4kj8 bvoba kwqcn invl9 33zhm 7qhk0 28bvr fd4sx 5lptl 7orey 4aoc0 lwaf5 8rj07 187o2 9j2ts u9bmm 3cre0 h07gq 1oc6v jbunt 9nt73 k30li 4vxmu 8pkbz 8uzoa 7xnh8 9g8lj 14ov7 4g7g8 10so0p do6eq 6bqtj 2vfon 1n7ven hw0em 81mxd j2s0l 1h6g2 7g3n5 1edy6 10kwzc 6dkh5 wnw7 dntxo 45mdr cte76 4mfpz
108:qflz8 mzvd9 90ls7 jftwc 1avuvu b99h1 12wy3 nzc0d agubf 4f8hr gsutb 5qvav jst55 17rw1v h3ngj 5bglf 5pdep 6yry9 dst3 oa969 eh4ax e6eo4 fpa7c 126sg e1cim rlcp z3l9w 9lvi4 9eahu 12ypdq 1r8gj 459x evvry 2ly9p u3qu3 4mody 1qkqbv 10cga 4pz5j qoe01 hg02 dhlx5 59c6o 2llm5 o43j1 7xiyy 4fb48 5x44a 7p16s 3sle e80mi 194u2s 6d6hb m8vfs w1865 uk7cl ox0t9 yt63m 9g341 h0nj6 cwyuq bi2jy 1ppkiy sabjb 39cja 1q789 27tj7 6s3sx wydh8 ja80m 61nav 66u1j 8xlm5 e64z3 8q873 6yg7g fgh24 d9i9b 66qnv 9d6ve btjye xn999 44yny 1q179 5dph0 mkwb4 1tkp6 6abx5 7iqs4 tfc3 dvrth fyi9y q4s1i 2js13 3dtxsm 70ai a1nex a9r28 75f72 hv696 83f01 bfg6f 1fim7 dga7k 114xou xublz v0gj9 5r88k ffcjk 9ausz 46hku ulc39 7ig7c ewz0 1c68ol 1hleha 1k9r5 3g3jy lhrry 5koz0 8wyb3 1920sn sxry wa0e0 h93p i3k6v te3e5 pmr7l eq295 epc1g x0k9c ovvyv 1gqic 3xi3e sl1g0 q0vd 21bhd 3ibpo 3ifih s7oa2 3e3oe 3w7q6 ml54b 2piqo 6otl5 428uj qa3ks 1ki33r e9kq7 5v06s 1ksdny 60j2u 4e0vo 51o13 4pvpc 1hq0r 79ynf wt0em 8dwch qwhzf fuvy gxcfi 3g74e
136:18hsyp 1eyxfa 9c0v 265bj6 jej6x c3625 xmut3 42lge 9pfct 3r462 1oqplw 287uat 1fmnul s7bdu 1m5gtf 3l2nrq k55qm rkvla 4bimi 7ti1e bmk0b j2aer rah8 1c5eb 4onbj onze8 c0fos 6vvki 3twy6 a75yt 52e6b b3ryg 1bw3i 1awz5o 1h350r dy5t0 cqbi0 4yn87 1c1mc4 1r3sr 1mwdef vbdc5 lvpvx 3ayk5 2ip5cz wchm5 ltizm 1b6ec rv2t b6cxa dc7kc 29x4x5 fma2r xg8a9 2014c cr95p t5g2j 9o65s 3ag7x4 7440r 7u4fa 2dndo1 kmw0c 1b8ctu aavnx 23rmp0 f7s8j 224jbi 65eds 1usob 4uy8l iim8b j5aoq 5norw 3s3kw gm0nw 26qew 1ovceg p3x1g 1rhnd oonvc zv867 pf2pm 1cpf3b 9wayj qh0q9 3x2z3 35spz 1a5a91 fp7gm aqcqa hdwuz 68xnz qk9tx aond iywgv ayz74 3xo30 28guw e31nl tsndo 85yyh
169:11zgyt iael8 14xmw ezz 2wnph 219b6 b6xmk 1d5qni y7g8 1d5aa 152vy 1fube9 qjk9i t9j80 7azkq i1c1z 9ulqg zokw0 1fdx5p lz663 b3gve rz1i6 1pswu7 h2bh3 fdxa8 1qz2tt 36t2x a255t m6ene 19gu71 m8g2e 1s5niw 1thm2g luchc 1plb1a zfrwt edmv7 1h6gj0 23t52c 88m5u gl2x2 yibkg 7rc9s 1iaoru 16kgdz pb36a 2a7gd4 bxyng gn7yp ay7or uuhk 6cj7t 1n7z 7qfwy 2y4jj cn85x bip1m 2l4g1 1a0amn k0kas 1lqsig 1rtg9l t1hwv rwjt5 1t97t cq0oa 2sdd4 m5xan yp73e 5imcb 5zhy4 1ibu1n p4wxo 6c2ca 1cgzvp 1lz9bl ftwwk 46dn9 7n0l1 atfgt 1dz78r 1lklm k3147 cksbx t1gv2 5mgxt 61utz cjmg 1tfqc1 emb2y 4vji8 ajb4l 18t7e4 40l1sn l17f3 iszyj gv8jj 6f9ng 11oc6e 1jpuav
212:obk1c 3jb0f 71k0kz 9b6ql 23ebd6 g4qgf wz3kc r67x6 33oki 15dkxb 4fl22 7qtfq 1ssdbq z7kkw 1r2vma 1s88ir 27j5qa wl3pp 24na5w 636l6 15fkwh kkau9 60mw1k 29u93y xxnn7 7zz74 1m10td 6w9yd 1jqcbk 1g1z31 uxnes qc50t 15jdi6 qcl3z 2glcv5 197fyo fvll0 gl3ue nhaip 19lw8k 2ksks 1amizh o2sph n8uw3 uzkxx u4q1u vbm2n mos6b 1jarmj 4ar9u eaadb 1d6ilx xqhb2 c9t4n ceioo 8wnm4 2agez5 13lh2r t26rm y7wbf 2hj8 soxl7 m6f9l 11lc7u 6ao76
265:23q1ve 1psoy0 2bnw 147lg9 12d99y vdtcy 447y4a 23v6y5 1aryq1 55jdp 1fh7c 29q9oi 3trqt 2735vz 10ifoh 27k7k0 glds6 qzacp 3w80y 1fclfw 2wwltt 361f0b 54vwx5 jb1po 100ubu r0vn5 3g3y41 s43i3 2xm3xs hgsqg ne1em 125bl6 1isdf1 1qsw2i 1z2py hihsb 1pmhev g6dtf s26fj w523o ae2x9 dwcf4 z1bxh 59j2iu 6g2l2u nxrpe ndudm
331:b5mm4 1h8p92 1qtn2q wm7f8 2569pi 10gyz5 xn29r 15eio5 ea0fv 1nesv4 t3qe6 38qz2h 1418cw 4chj8 10d7v7 114xcr 1eyxy1 2vu35w 12vwtc 2113j 9o116 1twu4c its73 23qj9 19y1er 35xj7p 2b0y34 267fha 95dw5 ej3cb 78a71 9c0ng 1y648h 547m5b 333pmx 71fde5 5fuvlv e9229 2lnf6m 5r3fpe 1u24zp
414:18wi60 jki6n 4do4g1 32nv3l 3bf0ry 2pe71 2wbwty 1las9n 1jaux7 27vqo5 jnbma 255o60 g2npx 3mbhkj 12zh1s 2v8c23 1stlvb 80rsf b5ksgu cboqd 1yd0h 8z4o 54ovgz 5gz68c 6sfwt1 1d9x69 1ygmz 1zby8v
517:6nm1wi mkasr i7is5 bgav3c 1sl8a2 1gg6f4 1im46a 2jt706 3rwbib 9i3k2v 6imjgm 9soarz 2k38hh 4ce1or 4h4a92
646:2g9f3c 8yd8vg 1htpo4 2tpvuy 418ake xvdn3 c5c1nj 3gimpg 4w9w66 2yikup 2ddqvr 9tcqgk wsgpq ag52aw
808:3kwvb2 eapcjz 63uea3 705f4 1jmb1c 795kpw 1ah7o5 k2aejr 79kg0u 35vlv3 1la5yd
1010:7tow2n i6j6vq fo2y2h b2z517 601vzn
1262:6b2tgf efff1k hj6drc
1578:idyip0 54gonj 103ami3 580is1 2qpqle
1972:lpbrx1 hkm2yl fs6dgn
2465:ca5qy2 d3cko3 36lr40 swsvsd
3081:1d2ckh 21q4aw so3lp
3852:i3gxwe b3dsqy krotdg
4815:qyxx3k
22959:1r9wi7g
35873:mhn88v
136846:grnhir
4	action	board	boarding	ing object
7	action	brush	brushing	ing object
4	action	carry	carries	s object
23	action	carry	carrying	ing object
2	action	carry	carrying	ing object living
15	action	catch	catch	base object
3	action	catch	catches	s object
12	action	catch	catching	ing object
2	action	chase	chasing	ing object
2	action	clean	cleaning	ing object
2	action	climb	climbing	ing place
3	action	cook	cooking	ing object
5	action	cut	cut	base object
2	action	cut	cuts	s object
9	action	cut	cutting	ing object
2	action	drink	drink	base place
4	action	drink	drinking	ing object
7	action	drink	drinking	ing way
2	action	drink	drinks	s way
9	action	drive	drives	s way road vehicle
15	action	drive	driving	ing place road vehicle
36	action	drive	driving	ing way road vehicle
12	action	eat	eat	base object
7	action	eat	eat	base place
69	action	eat	eating	ing object
15	action	eat	eating	ing place
3	action	eat	eating	ing way
6	action	eat	eats	s object
2	action	eat	eats	s place
2	action	exit	exiting	ing object
5	action	feed	feeding	ing object living
2	action	fix	fixing	ing object
2	action	fly	flies	s place
2	action	fly	flies	s place aircraft
3	action	fly	flies	s way
4	action	fly	flies	s way aircraft
2	action	fly	flying	ing place
18	action	fly	flying	ing place aircraft
23	action	fly	flying	ing way
15	action	fly	flying	ing way aircraft
2	action	go	goes	s way road vehicle
3	action	go	going	ing place road vehicle
18	action	go	going	ing way road vehicle
4	action	graze	graze	base place
6	action	graze	grazes	s place
28	action	graze	grazing	ing place
2	action	graze	grazing	ing way
36	action	hit	hit	base object
7	action	hit	hits	s object
23	action	hit	hitting	ing object
2	action	hold	hold	base object
265	action	hold	holding	ing object
18	action	hold	holding	ing object living
36	action	hold	holds	s object
5	action	hold	holds	s object living
2	action	jump	jump	base place
12	action	jump	jumping	ing place
12	action	jump	jumping	ing way
3	action	jump	jumps	s place
4	action	jump	jumps	s way
2	action	kick	kick	base object
6	action	kick	kicking	ing object
3	action	kneel	kneeling	ing place
3	action	laugh	laughing	ing place
2	action	laugh	laughs	s place
56	action	lay	laying	ing place
4	action	lay	lays	s place
2	action	leap	leaping	ing way
2	action	leave	leaving	ing object
5	action	lie	lies	s place
28	action	lie	lying	ing place
2	action	move	moving	ing place road vehicle
5	action	move	moving	ing way road vehicle
2	action	nap	napping	ing place
5	action	open	opening	ing object
3	action	open	opens	s object
15	action	park	parked	ing place aircraft
108	action	park	parked	ing place road vehicle
9	action	park	parked	ing way road vehicle
15	action	perch	perched	ing place
4	action	pet	pet	base object living
3	action	pet	pets	s object living
6	action	pet	petting	ing object living
2	action	pour	pouring	ing object
4	action	prepare	prepares	s object
7	action	prepare	preparing	ing object
9	action	pull	pulling	ing object
2	action	push	pushing	ing object
4	action	read	reading	ing object
4	action	rest	resting	ing place
5	action	rest	rests	s place
5	action	ride	ride	base object
12	action	ride	rides	s object
3	action	ride	rides	s object living
136	action	ride	riding	ing object
28	action	ride	riding	ing object living
2	action	run	run	base place
7	action	run	running	ing place
18	action	run	running	ing way
3	action	run	runs	s place
5	action	sell	selling	ing object
7	action	serve	serve	base object
2	action	serve	serves	s object
9	action	serve	serving	ing object
12	action	sit	seated	ing place
23	action	sit	sit	base place
6	action	sit	sit	base place road vehicle
4	action	sit	sit	base way
87	action	sit	sits	s place
4	action	sit	sits	s place aircraft
12	action	sit	sits	s place road vehicle
2	action	sit	sits	s place vessel
5	action	sit	sits	s way
265	action	sit	sitting	ing place
12	action	sit	sitting	ing place aircraft
36	action	sit	sitting	ing place road vehicle
7	action	sit	sitting	ing place vessel
23	action	sit	sitting	ing way
2	action	sit	sitting	ing way road vehicle
15	action	sleep	sleeping	ing place
5	action	sleep	sleeps	s place
2	action	slice	slices	s object
2	action	smile	smile	base place
9	action	smile	smiles	s place
28	action	smile	smiling	ing place
2	action	squat	squatting	ing place
44	action	stand	stand	base place
2	action	stand	stand	base way
517	action	stand	standing	ing place
36	action	stand	standing	ing way
2	action	stand	standing	ing way road vehicle
87	action	stand	stands	s place
3	action	stand	stands	s way
2	action	stop	stop	base place road vehicle
12	action	stop	stopped	ing place road vehicle
2	action	stop	stopping	ing way road vehicle
3	action	stop	stops	s place road vehicle
2	action	stroll	stroll	base way
12	action	swim	swimming	ing place
9	action	throw	throw	base object
15	action	throw	throwing	ing object
7	action	throw	throws	s object
4	action	toss	tossing	ing object
15	action	travel	traveling	ing place road vehicle
4	action	travel	traveling	ing place vessel
23	action	travel	traveling	ing way road vehicle
3	action	travel	travelling	ing place road vehicle
2	action	travel	travelling	ing way road vehicle
3	action	travel	travels	s way road vehicle
9	action	walk	walk	base place
15	action	walk	walk	base way
108	action	walk	walking	ing place
108	action	walk	walking	ing way
12	action	walk	walks	s place
9	action	walk	walks	s way
2	action	wash	washing	ing object
3	action	watch	watches	s object
23	action	watch	watching	ing object
15	action	watch	watching	ing object living
2	action	wear	wear	base object
108	action	wear	wearing	ing object
3	action	wear	wears	s object
3	attribute	angry	angry	positive
6	attribute	antique	antique	positive
6	attribute	baked	baked	positive
2	attribute	bare	bare	positive
6	attribute	beige	beige	positive
108	attribute	big	big	positive
169	attribute	black	black	positive
3	attribute	blonde	blonde	positive
136	attribute	blue	blue	positive
36	attribute	brick	brick	positive
12	attribute	bright	bright	positive
136	attribute	brown	brown	positive
56	attribute	busy	busy	positive
5	attribute	cardboard	cardboard	positive
12	attribute	cement	cement	positive
5	attribute	checkered	checkered	positive
5	attribute	chopped	chopped	positive
3	attribute	circular	circular	positive
18	attribute	clean	clean	positive
18	attribute	clear	clear	positive
4	attribute	closed	closed	positive
23	attribute	cloudy	cloudy	positive
7	attribute	cluttered	cluttered	positive
3	attribute	cold	cold	positive
7	attribute	concrete	concrete	positive
4	attribute	cooked	cooked	positive
2	attribute	cool	cool	positive
4	attribute	cream	cream	positive
12	attribute	crowded	crowded	positive
2	attribute	curved	curved	positive
18	attribute	dark	dark	positive
2	attribute	dense	dense	positive
2	attribute	deserted	deserted	positive
15	attribute	dirty	dirty	positive
15	attribute	dry	dry	positive
7	attribute	elderly	elderly	positive
56	attribute	empty	empty	positive
12	attribute	fancy	fancy	positive
15	attribute	female	female	positive
23	attribute	flat	flat	positive
7	attribute	floral	floral	positive
4	attribute	flowered	flowered	positive
4	attribute	foggy	foggy	positive
4	attribute	fried	fried	positive
15	attribute	full	full	positive
15	attribute	giant	giant	positive
36	attribute	glass	glass	positive
6	attribute	gold	gold	positive
2	attribute	golden	golden	positive
3	attribute	granite	granite	positive
69	attribute	grassy	grassy	positive
36	attribute	gray	gray	positive
212	attribute	green	green	positive
28	attribute	grey	grey	positive
6	attribute	grilled	grilled	positive
12	attribute	happy	happy	positive
9	attribute	hard	hard	positive
2	attribute	hot	hot	positive
15	attribute	huge	huge	positive
7	attribute	indoor	indoor	positive
4	attribute	iron	iron	positive
414	attribute	large	large	positive
6	attribute	leather	leather	positive
3	attribute	left	left	positive
108	attribute	little	little	positive
69	attribute	long	long	positive
28	attribute	lush	lush	positive
28	attribute	male	male	positive
4	attribute	marble	marble	positive
2	attribute	maroon	maroon	positive
3	attribute	massive	massive	positive
12	attribute	messy	messy	positive
44	attribute	metal	metal	positive
9	attribute	metallic	metallic	positive
2	attribute	miniature	miniature	positive
23	attribute	modern	modern	positive
3	attribute	moving	moving	positive
2	attribute	muddy	muddy	positive
15	attribute	narrow	narrow	positive
2	attribute	neat	neat	positive
3	attribute	new	new	positive
108	attribute	old	old	positive
108	attribute	open	open	positive
56	attribute	orange	orange	positive
44	attribute	outdoor	outdoor	positive
2	attribute	oval	oval	positive
3	attribute	overcast	overcast	positive
2	attribute	oversized	oversized	positive
9	attribute	paper	paper	positive
4	attribute	paved	paved	positive
44	attribute	pink	pink	positive
7	attribute	plaid	plaid	positive
6	attribute	plain	plain	positive
18	attribute	plastic	plastic	positive
2	attribute	porcelain	porcelain	positive
18	attribute	purple	purple	positive
7	attribute	rainy	rainy	positive
3	attribute	raw	raw	positive
2	attribute	rectangular	rectangular	positive
212	attribute	red	red	positive
5	attribute	right	right	positive
4	attribute	ripe	ripe	positive
9	attribute	rocky	rocky	positive
9	attribute	round	round	positive
2	attribute	rubber	rubber	positive
2	attribute	running	running	positive
2	attribute	sad	sad	positive
23	attribute	sandy	sandy	positive
2	attribute	separate	separate	positive
15	attribute	short	short	positive
36	attribute	silver	silver	positive
12	attribute	sliced	sliced	positive
265	attribute	small	small	positive
56	attribute	snowy	snowy	positive
9	attribute	square	square	positive
3	attribute	standing	standing	positive
9	attribute	steel	steel	positive
6	attribute	steep	steep	positive
18	attribute	stone	stone	positive
4	attribute	stormy	stormy	positive
3	attribute	strange	strange	positive
15	attribute	striped	striped	positive
18	attribute	sunny	sunny	positive
87	attribute	tall	tall	positive
12	attribute	tan	tan	positive
2	attribute	thick	thick	positive
3	attribute	thin	thin	positive
3	attribute	tidy	tidy	positive
2	attribute	tight	tight	positive
9	attribute	tiny	tiny	positive
2	attribute	turquoise	turquoise	positive
2	attribute	uncooked	uncooked	positive
3	attribute	unusual	unusual	positive
9	attribute	vintage	vintage	positive
15	attribute	wet	wet	positive
414	attribute	white	white	positive
3	attribute	whole	whole	positive
12	attribute	wide	wide	positive
36	attribute	wood	wood	positive
136	attribute	wooden	wooden	positive
108	attribute	yellow	yellow	positive
265	attribute	young	young	positive
2	attribute	young	younger	comparative
69	count	a bunch of	a bunch of	count
136	count	a couple of	a couple of	count
23	count	a crowd of	a crowd of	count
5	count	a flock of	a flock of	count
212	count	a group of	a group of	count
28	count	a herd of	a herd of	count
18	count	a large group of	a large group of	count
9	count	a line of	a line of	count
23	count	a lot of	a lot of	count
18	count	a row of	a row of	count
2	count	eight	eight	count
12	count	five	five	count
36	count	four	four	count
28	count	lots of	lots of	count
108	count	many	many	count
3	count	numerous	numerous	count
136	count	several	several	count
6	count	six	six	count
108	count	three	three	count
414	count	two	two	count
2	object	accessory	accessories	plural
5	object	advertisement	advertisement	singular
87	object	air	air	singular
4	object	airliner	airliner	singular
9	object	airplane	air plane	singular
44	object	airplane	airplane	singular
6	object	airplane	airplanes	plural
23	object	airport	airport	singular
2	object	airport terminal	airport terminal	singular
2	object	alcohol	alcohol	singular
3	object	alley	alley	singular
2	object	american flag	american flag	singular
28	object	animal	animal	singular
36	object	animal	animals	plural
2	object	antelope	antelope	singular
4	object	apartment	apartment	singular
9	object	apple	apple	singular
12	object	apple	apples	plural
18	object	appliance	appliances	plural
2	object	apron	apron	singular
2	object	arch	arches	plural
2	object	arena	arena	singular
6	object	arm	arm	singular
12	object	arm	arms	plural
2	object	armchair	armchair	singular
6	object	army	army	singular
5	object	arrow	arrow	singular
2	object	arrow	arrows	plural
7	object	art	art	mass
2	object	attire	attire	singular
2	object	baby	babies	plural
28	object	baby	baby	singular
2	object	back pack	back pack	singular
5	object	backdrop	backdrop	singular
4	object	backpack	backpack	singular
4	object	backpack	backpacks	plural
7	object	backyard	backyard	singular
4	object	bacon	bacon	mass
18	object	bag	bag	singular
12	object	bag	bags	plural
2	object	bagel	bagel	singular
3	object	baggage	baggage	mass
5	object	bakery	bakery	singular
108	object	ball	ball	singular
4	object	ball	balls	plural
2	object	ball game	ball game	singular
3	object	balloon	balloon	singular
3	object	balloon	balloons	plural
4	object	bamboo	bamboo	mass
18	object	banana	banana	singular
28	object	banana	bananas	plural
3	object	banana tree	banana tree	singular
6	object	bank	bank	singular
2	object	banquet	banquet	singular
15	object	bar	bar	singular
2	object	bar	bars	plural
3	object	barbed wire	barbed wire	singular
2	object	barge	barge	singular
4	object	barn	barn	singular
2	object	barrel	barrel	singular
4	object	barrier	barrier	singular
9	object	base	base	singular
2	object	base	bases	plural
3	object	baseball	base ball	mass
44	object	baseball	baseball	mass
23	object	baseball bat	baseball bat	singular
3	object	baseball cap	baseball cap	singular
12	object	baseball field	baseball field	singular
23	object	baseball game	baseball game	singular
2	object	baseball glove	baseball glove	singular
36	object	baseball player	baseball player	singular
15	object	baseball player	baseball players	plural
6	object	baseball team	baseball team	singular
3	object	basin	basin	singular
7	object	basket	basket	singular
3	object	basket	baskets	plural
2	object	basketball	basketball	mass
2	object	basketball game	basketball game	singular
2	object	basketball player	basketball players	plural
36	object	bat	bat	singular
3	object	bat	bats	plural
5	object	bath	bath	singular
2	object	bathrobe	bathrobe	singular
7	object	bathroom	bath room	singular
87	object	bathroom	bathroom	singular
9	object	bathtub	bath tub	singular
12	object	bathtub	bathtub	singular
23	object	batter	batter	singular
3	object	batting	batting	singular
2	object	batting cage	batting cage	singular
7	object	bay	bay	singular
69	object	beach	beach	singular
2	object	bead	bead	singular
3	object	beak	beak	singular
4	object	bean	beans	plural
2	object	beanie	beanie	singular
36	object	bear	bear	singular
18	object	bear	bears	plural
2	object	bear cub	bear cub	singular
2	object	bear cub	bear cubs	plural
5	object	beard	beard	singular
69	object	bed	bed	singular
3	object	bed	beds	plural
3	object	bedding	bedding	singular
28	object	bedroom	bedroom	singular
4	object	bedspread	bedspread	singular
7	object	beef	beef	mass
9	object	beer	beer	mass
2	object	bell	bell	singular
2	object	bell tower	bell tower	singular
2	object	ben	ben	singular
56	object	bench	bench	singular
9	object	bench	benches	plural
3	object	bend	bend	singular
2	object	berry	berries	plural
7	object	beverage	beverage	singular
5	object	beverage	beverages	plural
28	object	bicycle	bicycle	singular
12	object	bicycle	bicycles	plural
44	object	bike	bike	singular
18	object	bike	bikes	plural
2	object	bikers	bikers	singular
2	object	bikini	bikini	singular
2	object	bikini	bikinis	plural
2	object	billboard	billboard	singular
2	object	bin	bin	singular
2	object	biplane	biplane	singular
28	object	bird	bird	singular
12	object	bird	birds	plural
7	object	birthday cake	birthday cake	singular
12	object	bite	bite	singular
2	object	black box	black box	singular
18	object	blanket	blanket	singular
7	object	blanket	blankets	plural
3	object	bleachers	bleachers	singular
9	object	blender	blender	singular
2	object	blinder	blinder	singular
6	object	block	block	singular
3	object	block	blocks	plural
2	object	blow	blow	singular
2	object	blue jeans	blue jeans	plural
15	object	blue sky	blue sky	singular
36	object	board	board	singular
6	object	board	boards	plural
36	object	boat	boat	singular
15	object	boat	boats	plural
4	object	body	body	singular
44	object	body of water	body of water	mass
2	object	bone	bones	plural
15	object	book	book	singular
15	object	book	books	plural
5	object	bookcase	bookcase	singular
4	object	bookshelf	bookshelf	singular
3	object	bookshelf	bookshelves	plural
2	object	boot	boots	plural
4	object	booth	booth	singular
18	object	bottle	bottle	singular
12	object	bottle	bottles	plural
2	object	bouquet	bouquet	singular
7	object	bow	bow	singular
44	object	bowl	bowl	singular
15	object	bowl	bowls	plural
28	object	box	box	singular
12	object	box	boxes	plural
87	object	boy	boy	singular
18	object	boy	boys	plural
7	object	branch	branch	singular
3	object	branch	branches	plural
18	object	bread	bread	mass
7	object	breakfast	breakfast	singular
3	object	breakfast food	breakfast foods	plural
3	object	brick	brick	singular
23	object	bridge	bridge	singular
2	object	briefcase	briefcase	singular
28	object	broccoli	broccoli	mass
12	object	brush	brush	singular
4	object	bucket	bucket	singular
2	object	bucket	buckets	plural
2	object	buffalo	buffalo	plural
2	object	bug	bug	singular
169	object	building	building	singular
56	object	building	buildings	plural
7	object	bull	bull	singular
2	object	bull	bulls	plural
6	object	bun	bun	singular
3	object	buns	buns	singular
2	object	burger	burger	singular
2	object	burner	burner	singular
87	object	bus	bus	singular
15	object	bus	buses	plural
2	object	bus	busses	plural
3	object	bus station	bus station	singular
5	object	bus stop	bus stop	singular
2	object	bus terminal	bus terminal	singular
6	object	bush	bush	singular
12	object	bush	bushes	plural
2	object	bushel	bushel	singular
2	object	business suit	business suit	singular
3	object	butter	butter	mass
2	object	button	button	singular
4	object	cab	cab	singular
3	object	cabbage	cabbage	mass
12	object	cabinet	cabinet	singular
28	object	cabinet	cabinets	plural
2	object	cable	cable	singular
3	object	caboose	caboose	singular
7	object	cafe	cafe	singular
3	object	cafeteria	cafeteria	singular
9	object	cage	cage	singular
2	object	cage	cages	plural
44	object	cake	cake	singular
9	object	cake	cakes	plural
2	object	calculator	calculator	singular
6	object	calf	calf	singular
3	object	calico cat	calico cat	singular
23	object	camera	camera	singular
3	object	can	can	singular
2	object	canal	canal	singular
4	object	candle	candle	singular
7	object	candle	candles	plural
4	object	canoe	canoe	singular
5	object	canopy	canopy	singular
69	object	car	car	singular
87	object	car	cars	plural
2	object	car traffic	car traffic	mass
2	object	car window	car window	singular
2	object	card	card	singular
4	object	cargo	cargo	singular
4	object	carpet	carpet	singular
9	object	carriage	carriage	singular
3	object	carrot	carrot	singular
23	object	carrot	carrots	plural
9	object	cart	cart	singular
4	object	cartoon	cartoon	singular
4	object	castle	castle	singular
87	object	cat	cat	singular
7	object	cat	cats	plural
12	object	catcher	catcher	singular
3	object	cathedral	cathedral	singular
23	object	cattle	cattle	plural
9	object	ceiling	ceiling	singular
2	object	celery	celery	mass
44	object	cell phone	cell phone	singular
5	object	cell phone	cell phones	plural
18	object	cellphone	cellphone	singular
4	object	cellphone	cellphones	plural
4	object	cement	cement	singular
2	object	cemetery	cemetery	singular
2	object	cereal	cereal	mass
12	object	chain	chain	singular
69	object	chair	chair	singular
36	object	chair	chairs	plural
2	object	chalkboard	chalkboard	singular
2	object	chandelier	chandelier	singular
23	object	cheese	cheese	mass
5	object	cheese pizza	cheese pizza	singular
2	object	cherry	cherry	singular
6	object	chicken	chicken	singular
69	object	child	child	singular
36	object	child	children	plural
2	object	chip	chips	plural
9	object	chocolate	chocolate	mass
2	object	chocolate cake	chocolate cake	singular
2	object	chop	chop	singular
4	object	chopstick	chopsticks	plural
4	object	christmas tree	christmas tree	singular
2	object	chrome	chrome	singular
12	object	church	church	singular
2	object	church building	church building	singular
4	object	church tower	church tower	singular
6	object	cigarette	cigarette	singular
2	object	cigarette	cigarettes	plural
3	object	circle	circle	singular
2	object	circus	circus	singular
169	object	city	city	singular
3	object	classic	classic	singular
3	object	classroom	classroom	singular
5	object	clay	clay	mass
3	object	cliff	cliff	singular
56	object	clock	clock	singular
5	object	clock	clocks	plural
36	object	clock tower	clock tower	singular
4	object	closet	closet	singular
9	object	cloth	cloth	singular
3	object	cloth	cloths	plural
7	object	clothes	clothes	plural
15	object	clothing	clothing	mass
4	object	cloud	cloud	singular
3	object	cloud	clouds	plural
2	object	club	club	singular
3	object	coast	coast	singular
12	object	coat	coat	singular
3	object	cobblestone	cobblestone	singular
12	object	coffee	coffee	mass
2	object	coffee cup	coffee cup	singular
2	object	coffee maker	coffee maker	singular
2	object	coffee mug	coffee mug	singular
2	object	coffee shop	coffee shop	singular
6	object	coffee table	coffee table	singular
2	object	coin	coin	singular
5	object	collage	collage	singular
7	object	collar	collar	singular
2	object	collectible	collectible	singular
12	object	color	color	singular
12	object	color	colors	plural
4	object	commode	commode	singular
3	object	commuter	commuter	singular
12	object	commuter train	commuter train	singular
2	object	compartment	compartment	singular
2	object	compartment	compartments	plural
56	object	computer	computer	singular
18	object	computer	computers	plural
3	object	computer game	computer game	singular
9	object	computer keyboard	computer keyboard	singular
7	object	computer monitor	computer monitor	singular
6	object	computer monitor	computer monitors	plural
3	object	computer mouse	computer mouse	singular
3	object	computer screen	computer screen	singular
3	object	computer screen	computer screens	plural
3	object	concrete	concrete	mass
4	object	condiment	condiments	plural
3	object	cone	cones	plural
2	object	console	console	singular
18	object	container	container	singular
9	object	container	containers	plural
2	object	contraption	contraption	singular
2	object	conveyor belt	conveyor belt	singular
2	object	cooker	cooker	singular
2	object	cookie	cookies	plural
7	object	cooking	cooking	singular
2	object	cookware	cookware	mass
2	object	cooler	coolers	plural
3	object	cord	cords	plural
2	object	corn	corn	mass
2	object	corral	corral	singular
2	object	corridor	corridor	singular
7	object	costume	costume	singular
2	object	costume	costumes	plural
56	object	couch	couch	singular
12	object	couch	couches	plural
69	object	counter	counter	singular
7	object	counter	counters	plural
6	object	countertop	countertop	singular
4	object	countryside	countryside	singular
2	object	courtyard	courtyard	singular
5	object	cover	cover	singular
2	object	cover	covers	plural
23	object	cow	cow	singular
28	object	cow	cows	plural
2	object	cowboy hat	cowboy hat	singular
2	object	cozy	cozy	singular
3	object	cracker	crackers	plural
3	object	crane	crane	singular
4	object	crate	crate	singular
2	object	crop	crop	singular
7	object	cross	cross	singular
7	object	crosswalk	crosswalk	singular
2	object	cruise ship	cruise ship	singular
4	object	crust	crust	singular
2	object	crystal	crystal	singular
2	object	cubicle	cubicle	singular
2	object	cucumber	cucumbers	plural
23	object	cup	cup	singular
6	object	cup	cups	plural
3	object	cupboard	cupboards	plural
3	object	cupcake	cupcake	singular
3	object	cupcake	cupcakes	plural
23	object	curb	curb	singular
4	object	curtain	curtain	singular
7	object	curtain	curtains	plural
3	object	curve	curve	singular
2	object	cushion	cushion	singular
3	object	cushion	cushions	plural
5	object	cutting board	cutting board	singular
3	object	dairy cow	dairy cow	singular
7	object	deck	deck	singular
12	object	decker	decker	singular
9	object	decor	decor	singular
12	object	decoration	decorations	plural
2	object	deli	deli	singular
3	object	den	den	singular
9	object	desert	desert	singular
69	object	desk	desk	singular
2	object	desk	desks	plural
9	object	desktop	desktop	singular
9	object	desktop computer	desktop computer	singular
2	object	desktop computer	desktop computers	plural
12	object	dessert	dessert	singular
2	object	dessert	desserts	plural
3	object	device	device	singular
4	object	device	devices	plural
2	object	dining area	dining area	singular
12	object	dining room	dining room	singular
18	object	dining table	dining table	singular
15	object	dinner	dinner	singular
5	object	dinner plate	dinner plate	singular
5	object	dinner table	dinner table	singular
15	object	direction	direction	singular
9	object	direction	directions	plural
56	object	dirt	dirt	mass
3	object	dirt bike	dirt bike	singular
12	object	disc	disc	singular
23	object	dish	dish	singular
7	object	dish	dishes	plural
6	object	dishwasher	dishwasher	singular
7	object	disk	disk	singular
2	object	dispenser	dispenser	singular
3	object	display case	display case	singular
2	object	district	district	singular
7	object	dock	dock	singular
87	object	dog	dog	singular
18	object	dog	dogs	plural
7	object	doll	doll	singular
4	object	doll	dolls	plural
2	object	dollop	dollop	singular
2	object	donkey	donkey	singular
7	object	donut	donut	singular
15	object	donut	donuts	plural
44	object	door	door	singular
9	object	door	doors	plural
3	object	doorway	doorway	singular
3	object	double-decker	double-decker	singular
9	object	doughnut	doughnut	singular
12	object	doughnut	doughnuts	plural
4	object	downhill	downhill	singular
2	object	downtown	downtown	singular
2	object	draft horse	draft horses	plural
2	object	drain	drain	singular
2	object	drawing	drawing	singular
18	object	dress	dress	singular
2	object	dress shirt	dress shirt	singular
4	object	dresser	dresser	singular
23	object	drink	drink	singular
12	object	drink	drinks	plural
7	object	drinking	drinking	singular
5	object	drinking water	drinking water	mass
2	object	drive	drive	singular
5	object	driveway	driveway	singular
3	object	duck	duck	singular
3	object	duck	ducks	plural
2	object	dug	dug	singular
3	object	dugout	dugout	singular
3	object	dumpster	dumpster	singular
4	object	dusk	dusk	singular
2	object	dust	dust	mass
2	object	dvd	dvd	singular
3	object	ear	ear	singular
3	object	ear	ears	plural
3	object	eatery	eatery	singular
2	object	eating	eating	singular
3	object	eating utensil	eating utensils	plural
5	object	egg	egg	singular
7	object	egg	eggs	plural
3	object	electronic device	electronic device	singular
3	object	electronic device	electronic devices	plural
28	object	elephant	elephant	singular
28	object	elephant	elephants	plural
36	object	enclosure	enclosure	singular
18	object	engine	engine	singular
2	object	entertainment center	entertainment center	singular
3	object	entrance	entrance	singular
2	object	entree	entrees	plural
18	object	equipment	equipment	mass
2	object	evergreen	evergreen	singular
4	object	exit	exit	singular
2	object	exterior	exterior	singular
6	object	eye	eye	singular
7	object	eye	eyes	plural
2	object	eyeball	eyeballs	plural
36	object	face	face	singular
2	object	face	faces	plural
3	object	facility	facility	singular
2	object	facing	facing	singular
2	object	factory	factory	singular
5	object	fan	fan	singular
3	object	fan	fans	plural
7	object	farm	farm	singular
3	object	faucet	faucet	singular
2	object	feather	feathers	plural
2	object	feeder	feeder	singular
69	object	fence	fence	singular
3	object	fence	fences	plural
4	object	ferry	ferry	singular
212	object	field	field	singular
5	object	figure	figures	plural
2	object	finger	finger	singular
4	object	finger	fingers	plural
15	object	fire	fire	singular
36	object	fire hydrant	fire hydrant	singular
12	object	fireplace	fireplace	singular
2	object	fish	fish	plural
2	object	fish	fish	singular
2	object	fixture	fixtures	plural
7	object	flag	flag	singular
6	object	flag	flags	plural
2	object	fleet	fleet	singular
4	object	flight	flight	singular
12	object	flip	flip	singular
87	object	floor	floor	singular
12	object	floor	floors	plural
7	object	flooring	flooring	singular
18	object	flower	flower	singular
44	object	flower	flowers	plural
2	object	flower arrangement	flower arrangement	singular
2	object	foam	foam	singular
2	object	fog	fog	mass
3	object	foil	foil	singular
6	object	foliage	foliage	mass
169	object	food	food	mass
9	object	food	foods	plural
2	object	food market	food market	singular
12	object	foot	feet	plural
6	object	foot	foot	singular
36	object	forest	forest	singular
23	object	fork	fork	singular
9	object	frame	frame	singular
3	object	freeway	freeway	singular
12	object	freezer	freezer	singular
2	object	freight	freight	singular
3	object	freight train	freight train	singular
5	object	french fries	french fries	plural
23	object	fridge	fridge	singular
5	object	fries	fries	plural
44	object	frisbee	frisbee	singular
2	object	frisbee	frisbees	plural
12	object	frosting	frosting	singular
44	object	fruit	fruit	mass
12	object	fruit	fruits	plural
2	object	fur	fur	mass
3	object	furnishing	furnishings	plural
28	object	furniture	furniture	mass
7	object	garage	garage	singular
5	object	garbage	garbage	mass
2	object	garbage truck	garbage truck	singular
7	object	garden	garden	singular
5	object	garnish	garnish	singular
2	object	gas station	gas station	singular
7	object	gate	gate	singular
18	object	gear	gear	mass
4	object	gentleman	gentleman	singular
44	object	giraffe	giraffe	singular
36	object	giraffe	giraffes	plural
87	object	girl	girl	singular
15	object	girl	girls	plural
23	object	glass	glass	singular
44	object	glasses	glasses	plural
2	object	glove	glove	singular
3	object	glove	gloves	plural
4	object	goat	goat	singular
6	object	goat	goats	plural
3	object	goggles	goggles	plural
2	object	goose	geese	plural
2	object	goose	goose	singular
2	object	gown	gown	singular
9	object	graffiti	graffiti	mass
3	object	grape	grapes	plural
136	object	grass	grass	mass
4	object	grass	grasses	plural
5	object	gravel	gravel	mass
9	object	green	greens	plural
3	object	green salad	green salad	singular
3	object	greenery	greenery	mass
2	object	grill	grill	singular
3	object	grizzly bear	grizzly bear	singular
87	object	ground	ground	singular
2	object	gun	gun	singular
44	object	guy	guy	singular
15	object	guy	guys	plural
9	object	habitat	habitat	singular
23	object	hair	hair	mass
4	object	hair dryer	hair dryer	singular
2	object	hairbrush	hairbrush	singular
6	object	hall	hall	singular
5	object	hallway	hallway	singular
2	object	halter	halter	singular
6	object	ham	ham	singular
2	object	ham sandwich	ham sandwich	singular
2	object	hamburger	hamburger	singular
87	object	hand	hand	singular
44	object	hand	hands	plural
5	object	handle	handle	singular
3	object	handle	handles	plural
2	object	hangar	hangar	singular
3	object	hanger	hanger	singular
4	object	hanging	hanging	singular
7	object	harbor	harbor	singular
3	object	hardwood	hardwood	singular
4	object	harness	harness	singular
28	object	hat	hat	singular
4	object	hat	hats	plural
5	object	hay	hay	mass
69	object	head	head	singular
5	object	head	heads	plural
4	object	headphone	headphones	plural
3	object	heel	heels	plural
7	object	helmet	helmet	singular
2	object	herb	herbs	plural
12	object	highway	highway	singular
44	object	hill	hill	singular
5	object	hill	hills	plural
12	object	hillside	hillside	singular
6	object	holder	holder	singular
2	object	holder	holders	plural
2	object	hole	hole	singular
6	object	hole	holes	plural
23	object	home	home	singular
2	object	home base	home base	singular
4	object	home office	home office	singular
12	object	home plate	home plate	singular
4	object	hood	hood	singular
2	object	horn	horn	singular
3	object	horn	horns	plural
44	object	horse	horse	singular
28	object	horse	horses	plural
3	object	horseback	horseback	singular
4	object	hose	hose	singular
2	object	hose	hoses	plural
12	object	hot dog	hot dog	singular
7	object	hot dog	hot dogs	plural
9	object	hotel	hotel	singular
7	object	hotel room	hotel room	singular
36	object	house	house	singular
7	object	house	houses	plural
4	object	hurdle	hurdle	singular
2	object	hut	hut	singular
5	object	hydrant	hydrant	singular
4	object	ice	ice	mass
3	object	ice cream	ice cream	mass
4	object	icing	icing	singular
6	object	ingredient	ingredients	plural
4	object	interior	interior	singular
7	object	island	island	singular
28	object	jacket	jacket	singular
4	object	jacket	jackets	plural
2	object	jar	jar	singular
3	object	jar	jars	plural
2	object	jean	jean	singular
4	object	jersey	jersey	singular
12	object	jet	jet	singular
4	object	jet	jets	plural
3	object	jet plane	jet plane	singular
6	object	jetliner	jetliner	singular
2	object	juice	juice	mass
3	object	jumbo jet	jumbo jet	singular
2	object	junction	junction	singular
2	object	jungle	jungle	singular
4	object	junk	junk	singular
2	object	kale	kale	singular
3	object	ketchup	ketchup	mass
3	object	kettle	kettle	singular
36	object	keyboard	keyboard	singular
4	object	keyboard	keyboards	plural
2	object	kick	kick	singular
28	object	kid	kid	singular
23	object	kid	kids	plural
87	object	kitchen	kitchen	singular
3	object	kitchen sink	kitchen sink	singular
2	object	kitchen stove	kitchen stove	singular
2	object	kitchen table	kitchen table	singular
2	object	kitchen utensil	kitchen utensils	plural
36	object	kite	kite	singular
15	object	kite	kites	plural
6	object	kitten	kitten	singular
4	object	kitty	kitty	singular
2	object	knee	knee	singular
3	object	knee	knees	plural
18	object	knife	knife	singular
5	object	lady	ladies	plural
36	object	lady	lady	singular
23	object	lake	lake	singular
2	object	lamb	lamb	singular
9	object	lamp	lamp	singular
6	object	lamp	lamps	plural
7	object	lamppost	lamp post	singular
2	object	lamppost	lamppost	singular
12	object	land	land	singular
2	object	landing	landing	singular
2	object	landing strip	landing strip	singular
9	object	landscape	landscape	singular
3	object	lane	lane	singular
6	object	lap	lap	singular
12	object	laptop	lap top	singular
69	object	laptop	laptop	singular
9	object	laptop	laptops	plural
44	object	laptop computer	laptop computer	singular
5	object	laptop computer	laptop computers	plural
5	object	lawn	lawn	singular
3	object	layer cake	layer cake	singular
5	object	leaf	leaf	singular
2	object	leaf	leafs	plural
18	object	leaf	leaves	plural
4	object	league	league	singular
7	object	leash	leash	singular
15	object	ledge	ledge	singular
7	object	leg	leg	singular
9	object	leg	legs	plural
2	object	lemon	lemon	singular
2	object	lemon	lemons	plural
3	object	lens	lens	singular
2	object	letter	letters	plural
9	object	lettuce	lettuce	mass
2	object	library	library	singular
7	object	lid	lid	singular
4	object	lift	lift	singular
36	object	light	light	singular
44	object	light	lights	plural
5	object	lighting	lighting	singular
3	object	limb	limb	singular
4	object	lime	lime	singular
2	object	lip	lips	plural
2	object	liquor	liquor	singular
3	object	livestock	livestock	singular
69	object	living room	living room	singular
2	object	loading	loading	singular
3	object	lobby	lobby	singular
4	object	locomotive	locomotive	singular
4	object	log	log	singular
6	object	logo	logo	singular
2	object	lounge chair	lounge chairs	plural
28	object	luggage	luggage	mass
12	object	lunch	lunch	singular
2	object	macaroni	macaroni	mass
2	object	macaroni and cheese	macaroni and cheese	mass
5	object	machine	machine	singular
2	object	machine	machines	plural
2	object	magazine	magazine	singular
3	object	magazine	magazines	plural
2	object	magnet	magnets	plural
2	object	makeup	makeup	mass
4	object	male	males	plural
517	object	man	man	singular
108	object	man	men	plural
2	object	map	map	singular
3	object	marina	marina	singular
2	object	marker	marker	singular
3	object	marker	markers	plural
2	object	mash	mash	singular
3	object	mat	mat	singular
7	object	match	match	singular
2	object	material	material	singular
2	object	mattress	mattress	singular
5	object	meadow	meadow	singular
28	object	meal	meal	singular
36	object	meat	meat	mass
5	object	meat	meats	plural
2	object	medicine cabinet	medicine cabinet	singular
3	object	menu	menu	singular
4	object	message	message	singular
2	object	meter	meter	singular
2	object	meter	meters	plural
2	object	metro	metro	singular
15	object	microwave	microwave	singular
6	object	microwave oven	microwave oven	singular
3	object	midst	midst	singular
2	object	military uniform	military uniform	singular
7	object	milk	milk	mass
56	object	mirror	mirror	singular
3	object	mirror	mirrors	plural
4	object	mitt	mitt	singular
2	object	mix	mix	singular
2	object	mixer	mixer	singular
2	object	mixture	mixture	singular
5	object	mobile phone	mobile phone	singular
2	object	montage	montage	singular
2	object	moped	mopeds	plural
2	object	mosaic	mosaic	singular
2	object	mote	motes	plural
2	object	motor scooter	motor scooters	plural
15	object	motorbike	motor bike	singular
3	object	motorbike	motor bikes	plural
2	object	motorbike	motorbike	singular
3	object	motorcycle	motor cycles	plural
56	object	motorcycle	motorcycle	singular
23	object	motorcycle	motorcycles	plural
9	object	mound	mound	singular
56	object	mountain	mountain	singular
12	object	mountain	mountains	plural
4	object	mountain range	mountain range	singular
23	object	mouse	mouse	singular
15	object	mouth	mouth	singular
3	object	mouth	mouths	plural
2	object	movie	movies	plural
2	object	muffin	muffin	singular
2	object	muffin	muffins	plural
4	object	mug	mug	singular
2	object	mug	mugs	plural
5	object	mural	mural	singular
2	object	museum	museum	singular
2	object	mushroom	mushroom	singular
3	object	mushroom	mushrooms	plural
2	object	mustache	mustache	singular
3	object	mustard	mustard	mass
3	object	n	n	singular
3	object	napkin	napkin	singular
15	object	neck	neck	singular
5	object	neighborhood	neighborhood	singular
5	object	neon	neon	singular
2	object	nest	nest	singular
7	object	net	net	singular
2	object	newspaper	newspaper	singular
36	object	night	night	singular
7	object	noodle	noodles	plural
4	object	nose	nose	singular
3	object	notebook	notebook	singular
3	object	notebook computer	notebook computer	singular
6	object	nut	nuts	plural
2	object	oak	oak	singular
69	object	ocean	ocean	singular
23	object	office	office	singular
3	object	office building	office building	singular
2	object	oil	oil	singular
3	object	olive	olives	plural
4	object	onion	onion	singular
7	object	onion	onions	plural
2	object	opening	opening	singular
12	object	orange	orange	singular
12	object	orange	oranges	plural
2	object	orange juice	orange juice	mass
12	object	outdoors	outdoors	singular
3	object	outfield	outfield	singular
7	object	outfit	outfit	singular
3	object	outfit	outfits	plural
28	object	oven	oven	singular
5	object	overpass	overpass	singular
2	object	pad	pad	singular
3	object	paddle	paddle	singular
2	object	paddle	paddles	plural
3	object	paddock	paddock	singular
3	object	paint	paint	mass
9	object	painting	painting	singular
2	object	painting	paintings	plural
4	object	palm tree	palm tree	singular
3	object	palm tree	palm trees	plural
18	object	pan	pan	singular
7	object	pan	pans	plural
2	object	pancake	pancakes	plural
3	object	panda bear	panda bear	singular
3	object	panel	panel	singular
5	object	pants	pants	plural
7	object	paper	paper	singular
7	object	paper	papers	plural
2	object	paper bag	paper bag	singular
6	object	paper plate	paper plate	singular
3	object	parachute	parachute	singular
4	object	parade	parade	singular
2	object	parasailing	parasailing	singular
3	object	parasol	parasol	singular
69	object	park	park	singular
23	object	park bench	park bench	singular
5	object	park bench	park benches	plural
2	object	parka	parka	singular
7	object	parking	parking	singular
28	object	parking lot	parking lot	singular
9	object	parking meter	parking meter	singular
5	object	parking meter	parking meters	plural
2	object	parsley	parsley	singular
12	object	passenger train	passenger train	singular
6	object	pasta	pasta	mass
2	object	pasta salad	pasta salad	singular
6	object	pastry	pastries	plural
9	object	pastry	pastry	singular
18	object	pasture	pasture	singular
6	object	patch	patch	singular
3	object	pathway	pathway	singular
7	object	patio	patio	singular
12	object	pavement	pavement	singular
2	object	pavilion	pavilion	singular
5	object	paw	paw	singular
7	object	paw	paws	plural
2	object	pc	pc	singular
3	object	pea	peas	plural
2	object	peach	peaches	plural
2	object	peanuts	peanuts	singular
3	object	pear	pear	singular
4	object	pear	pears	plural
5	object	pedestal	pedestal	singular
18	object	pen	pen	singular
3	object	pen	pens	plural
3	object	pepper	pepper	singular
5	object	pepper	peppers	plural
2	object	pepperoni pizza	pepperoni pizza	singular
2	object	pet	pet	singular
56	object	phone	phone	singular
6	object	phone	phones	plural
2	object	phone call	phone call	singular
2	object	photography	photography	singular
2	object	pickle	pickle	singular
2	object	pickle	pickles	plural
3	object	pickup truck	pickup truck	singular
12	object	picnic	picnic	singular
4	object	pie	pie	singular
5	object	pier	pier	singular
2	object	pig	pigs	plural
4	object	pigeon	pigeons	plural
6	object	pillow	pillow	singular
12	object	pillow	pillows	plural
3	object	pin	pin	singular
4	object	pineapple	pineapple	singular
3	object	pineapple	pineapples	plural
7	object	pipe	pipe	singular
4	object	pipe	pipes	plural
2	object	pit	pit	singular
12	object	pitch	pitch	singular
7	object	pitcher	pitcher	singular
56	object	pizza	pizza	singular
9	object	pizza	pizzas	plural
7	object	pizza pie	pizza pie	singular
3	object	plain	plain	singular
36	object	plane	plane	singular
7	object	plane	planes	plural
9	object	plant	plant	singular
15	object	plant	plants	plural
3	object	planter	planter	singular
136	object	plate	plate	singular
36	object	plate	plates	plural
12	object	platform	platform	singular
9	object	platter	platter	singular
2	object	playground	playground	singular
2	object	playing	playing	singular
2	object	plaza	plaza	singular
3	object	plumbing	plumbing	singular
5	object	polar bear	polar bear	singular
56	object	pole	pole	singular
9	object	pole	poles	plural
6	object	police	police	plural
2	object	polka dot	polka dot	singular
7	object	pond	pond	singular
2	object	pony	pony	singular
7	object	pool	pool	singular
4	object	porch	porch	singular
2	object	pork	pork	mass
2	object	port	port	singular
3	object	position	position	singular
18	object	post	post	singular
2	object	poster	poster	singular
2	object	poster	posters	plural
12	object	pot	pot	singular
7	object	pot	pots	plural
7	object	potato	potatoes	plural
3	object	pottery	pottery	mass
3	object	powdered sugar	powdered sugar	mass
3	object	power line	power lines	plural
4	object	print	print	singular
2	object	printer	printer	singular
2	object	produce	produce	singular
2	object	product	product	singular
3	object	product	products	plural
3	object	professional baseball	professional baseball	mass
4	object	prop	prop	singular
6	object	propeller plane	propeller plane	singular
5	object	public transit	public transit	singular
2	object	pudding	pudding	singular
2	object	puddle	puddle	singular
9	object	puppy	puppy	singular
3	object	purse	purse	singular
2	object	quilt	quilt	singular
7	object	rack	rack	singular
36	object	racket	racket	singular
3	object	racket	rackets	plural
23	object	racquet	racquet	singular
2	object	radio	radio	singular
2	object	rag	rag	singular
23	object	rail	rail	singular
3	object	rail	rails	plural
12	object	railing	railing	singular
6	object	railroad	railroad	singular
3	object	railroad track	railroad track	singular
3	object	railroad track	railroad tracks	plural
18	object	rain	rain	singular
2	object	rainbow	rainbow	singular
23	object	ramp	ramp	singular
6	object	rear	rear	singular
2	object	red carpet	red carpet	singular
9	object	red light	red light	singular
36	object	refrigerator	refrigerator	singular
9	object	remote	remote	singular
9	object	remote	remotes	plural
7	object	remote control	remote control	singular
2	object	remote control	remote controls	plural
3	object	resort	resort	singular
36	object	restaurant	restaurant	singular
9	object	restroom	restroom	singular
4	object	ribbon	ribbon	singular
9	object	rice	rice	mass
15	object	ride	ride	singular
3	object	ride	rides	plural
3	object	riding horse	riding horses	plural
2	object	rig	rig	singular
2	object	ring	ring	singular
2	object	ring	rings	plural
28	object	river	river	singular
136	object	road	road	singular
2	object	roadside	roadside	singular
9	object	roadway	roadway	singular
2	object	robot	robot	singular
23	object	rock	rock	singular
23	object	rock	rocks	plural
2	object	rocking chair	rocking chair	singular
9	object	roll	roll	singular
3	object	roll	rolls	plural
7	object	roof	roof	singular
136	object	room	room	singular
6	object	rope	rope	singular
2	object	rope	ropes	plural
2	object	route	route	singular
9	object	rug	rug	singular
2	object	rugby	rugby	mass
18	object	runway	runway	singular
5	object	rural area	rural area	singular
2	object	saddle	saddle	singular
3	object	sail	sail	singular
4	object	sailboat	sail boat	singular
2	object	sailboat	sailboat	singular
3	object	sailboat	sailboats	plural
18	object	salad	salad	singular
3	object	salon	salon	singular
28	object	sand	sand	mass
3	object	sandal	sandals	plural
28	object	sandwich	sandwich	singular
12	object	sandwich	sandwiches	plural
15	object	sauce	sauce	singular
4	object	sausage	sausage	singular
2	object	savannah	savannah	singular
4	object	scarf	scarf	singular
5	object	school	school	singular
5	object	school bus	school bus	singular
12	object	scissors	scissors	plural
6	object	scooter	scooter	singular
2	object	scoreboard	scoreboard	singular
28	object	screen	screen	singular
5	object	screen	screens	plural
2	object	scroll	scroll	singular
7	object	sculpture	sculpture	singular
9	object	sea	sea	singular
2	object	seasoning	seasoning	singular
15	object	seat	seat	singular
5	object	seat	seats	plural
3	object	seating	seating	singular
3	object	seating area	seating area	singular
2	object	section	section	singular
2	object	sectional	sectional	singular
9	object	serving	serving	singular
2	object	sesame seed	sesame seed	singular
18	object	setting	setting	singular
4	object	setup	setup	singular
9	object	shade	shade	singular
2	object	shade	shades	plural
4	object	shadow	shadow	singular
3	object	shallow	shallow	singular
23	object	sheep	sheep	plural
9	object	sheep	sheep	singular
5	object	sheet	sheet	singular
7	object	sheet	sheets	plural
18	object	shelf	shelf	singular
9	object	shelf	shelves	plural
6	object	ship	ship	singular
4	object	ship	ships	plural
87	object	shirt	shirt	singular
6	object	shirt	shirts	plural
3	object	shoe	shoe	singular
12	object	shoe	shoes	plural
12	object	shop	shop	singular
4	object	shop	shops	plural
18	object	shore	shore	singular
2	object	shoreline	shoreline	singular
15	object	shorts	shorts	plural
7	object	shoulder	shoulder	singular
18	object	shower	shower	singular
5	object	shower curtain	shower curtain	singular
2	object	shower room	shower room	singular
2	object	showroom	showroom	singular
5	object	shrubbery	shrubbery	singular
87	object	sidewalk	sidewalk	singular
87	object	sign	sign	singular
28	object	sign	signs	plural
4	object	signal	signal	singular
5	object	sill	sill	singular
5	object	silverware	silverware	mass
2	object	single bed	single bed	singular
56	object	sink	sink	singular
7	object	sink	sinks	plural
2	object	sip	sip	singular
7	object	sitting	sitting	singular
2	object	sitting room	sitting room	singular
15	object	skate	skate	singular
28	object	skateboard	skate board	singular
56	object	skateboard	skateboard	singular
5	object	skateboard	skateboards	plural
28	object	skateboarder	skateboarder	singular
4	object	skateboarder	skateboarders	plural
28	object	ski	ski	singular
56	object	ski	skis	plural
4	object	ski pole	ski poles	plural
2	object	ski resort	ski resort	singular
12	object	ski slope	ski slope	singular
2	object	ski slope	ski slopes	plural
36	object	skier	skier	singular
15	object	skier	skiers	plural
15	object	skiing	skiing	singular
2	object	skillet	skillet	singular
7	object	skirt	skirt	singular
15	object	sky	skies	plural
44	object	sky	sky	singular
6	object	skyline	skyline	singular
4	object	skyscraper	skyscraper	singular
3	object	slab	slab	singular
2	object	sled	sled	singular
23	object	slice	slice	singular
12	object	slice	slices	plural
2	object	slide	slide	singular
44	object	slope	slope	singular
3	object	smile	smile	singular
2	object	smile	smiles	plural
2	object	smiley	smiley	singular
5	object	smiling	smiling	singular
7	object	smoke	smoke	mass
2	object	snack	snacks	plural
2	object	sneaker	sneakers	plural
87	object	snow	snow	mass
12	object	snowboard	snow board	singular
3	object	snowboard	snow boards	plural
15	object	snowboard	snowboard	singular
2	object	snowboard	snowboards	plural
9	object	snowboarder	snowboarder	singular
2	object	snowboarding	snowboarding	singular
3	object	soap	soap	mass
9	object	soccer	soccer	mass
12	object	soccer ball	soccer ball	singular
5	object	soccer field	soccer field	singular
4	object	soccer player	soccer players	plural
3	object	sock	socks	plural
4	object	soda	soda	mass
15	object	sofa	sofa	singular
3	object	sofa	sofas	plural
9	object	soup	soup	mass
2	object	speaker	speaker	singular
5	object	speaker	speakers	plural
2	object	spill	spill	singular
5	object	spinach	spinach	mass
3	object	splash	splash	singular
9	object	spoon	spoon	singular
2	object	spoon	spoons	plural
2	object	sport	sport	singular
4	object	sport	sports	plural
2	object	spray	spray	singular
2	object	spray paint	spray paint	mass
3	object	sprinkles	sprinkles	singular
2	object	stainless	stainless	singular
7	object	stainless steel	stainless steel	singular
3	object	staircase	staircase	singular
4	object	stairs	stairs	plural
3	object	stairway	stairway	singular
12	object	stall	stall	singular
28	object	stand	stand	singular
7	object	stand	stands	plural
2	object	state	state	singular
23	object	station	station	singular
12	object	statue	statue	singular
3	object	statue	statues	plural
3	object	steak	steak	singular
3	object	steam	steam	mass
4	object	steeple	steeple	singular
4	object	step	step	singular
7	object	step	steps	plural
3	object	stick	stick	singular
5	object	stick	sticks	plural
3	object	sticker	sticker	singular
2	object	stocking	stockings	plural
4	object	stone	stone	singular
5	object	stone wall	stone wall	singular
6	object	stool	stool	singular
3	object	stool	stools	plural
23	object	stop sign	stop sign	singular
5	object	stoplight	stoplight	singular
2	object	stoplight	stoplights	plural
28	object	store	store	singular
5	object	store	stores	plural
2	object	storefront	storefront	singular
36	object	stove	stove	singular
2	object	stove	stoves	plural
4	object	straw	straw	mass
5	object	strawberry	strawberries	plural
3	object	strawberry	strawberry	singular
7	object	stream	stream	singular
265	object	street	street	singular
12	object	street	streets	plural
23	object	street corner	street corner	singular
44	object	street sign	street sign	singular
23	object	street sign	street signs	plural
6	object	string	string	singular
3	object	stripe	stripe	singular
3	object	stripe	stripes	plural
7	object	structure	structure	singular
9	object	subway	subway	singular
2	object	subway station	subway station	singular
4	object	subway train	subway train	singular
2	object	sugar	sugar	mass
28	object	suit	suit	singular
3	object	suit	suits	plural
7	object	suitcase	suit case	singular
2	object	suitcase	suit cases	plural
12	object	suitcase	suitcase	singular
9	object	suitcase	suitcases	plural
3	object	suite	suite	singular
18	object	sun	sun	singular
2	object	sunflower	sunflower	singular
6	object	sunglasses	sunglasses	plural
2	object	sunshine	sunshine	mass
9	object	surf	surf	singular
28	object	surface	surface	singular
23	object	surfboard	surf board	singular
7	object	surfboard	surf boards	plural
56	object	surfboard	surfboard	singular
12	object	surfboard	surfboards	plural
36	object	surfer	surfer	singular
9	object	surfer	surfers	plural
3	object	surfing	surfing	singular
2	object	swan	swan	singular
2	object	swan	swans	plural
2	object	sweater	sweater	singular
2	object	sweet	sweets	plural
2	object	swimming	swimming	singular
2	object	syrup	syrup	singular
6	object	system	system	singular
7	object	t-shirt	t-shirt	singular
4	object	tabby cat	tabby cat	singular
331	object	table	table	singular
15	object	table	tables	plural
2	object	tablecloth	tablecloth	singular
2	object	tag	tag	singular
4	object	tag	tags	plural
6	object	tail	tail	singular
5	object	tank	tank	singular
2	object	tape	tape	singular
9	object	tarmac	tarmac	singular
2	object	tarp	tarp	singular
2	object	tassel	tassels	plural
6	object	tea	tea	mass
2	object	teapot	teapot	singular
36	object	teddy bear	teddy bear	singular
18	object	teddy bear	teddy bears	plural
2	object	telephone wire	telephone wires	plural
28	object	television	television	singular
4	object	television set	television set	singular
56	object	tennis	tennis	mass
36	object	tennis ball	tennis ball	singular
56	object	tennis court	tennis court	singular
15	object	tennis match	tennis match	singular
56	object	tennis player	tennis player	singular
9	object	tennis player	tennis players	plural
44	object	tennis racket	tennis racket	singular
4	object	tennis racket	tennis rackets	plural
28	object	tennis racquet	tennis racquet	singular
6	object	tent	tent	singular
5	object	terminal	terminal	singular
3	object	terrain	terrain	singular
2	object	text	text	singular
3	object	ticket	ticket	singular
23	object	tie	tie	singular
3	object	tie	ties	plural
15	object	tile	tile	singular
12	object	tile	tiles	plural
2	object	tin	tin	singular
3	object	tire	tire	singular
2	object	tire	tires	plural
5	object	toast	toast	mass
2	object	toaster	toaster	singular
2	object	toaster oven	toaster oven	singular
9	object	toddler	toddler	singular
69	object	toilet	toilet	singular
6	object	toilet	toilets	plural
4	object	toilet bowl	toilet bowl	singular
2	object	toilet bowl	toilet bowls	plural
5	object	toilet paper	toilet paper	singular
12	object	toilet seat	toilet seat	singular
2	object	toiletry	toiletries	plural
6	object	tomato	tomato	singular
12	object	tomato	tomatoes	plural
4	object	tongue	tongue	singular
7	object	tooth	teeth	plural
2	object	toothbrush	tooth brush	singular
7	object	toothbrush	toothbrush	singular
2	object	toothbrush	toothbrushes	plural
44	object	top	top	singular
3	object	top	tops	plural
6	object	topping	topping	singular
12	object	topping	toppings	plural
2	object	torch	torch	singular
6	object	tow	tow	singular
2	object	tow truck	tow truck	singular
9	object	towel	towel	singular
3	object	towel rack	towel rack	singular
23	object	tower	tower	singular
23	object	town	town	singular
18	object	toy	toy	singular
7	object	toy	toys	plural
44	object	track	track	singular
56	object	track	tracks	plural
15	object	traffic light	traffic light	singular
12	object	traffic light	traffic lights	plural
5	object	traffic signal	traffic signal	singular
15	object	trail	trail	singular
5	object	trailer	trailer	singular
87	object	train	train	singular
6	object	train	trains	plural
23	object	train station	train station	singular
4	object	tram	tram	singular
7	object	transit	transit	singular
3	object	transport	transport	singular
4	object	transportation	transportation	singular
3	object	trash	trash	mass
5	object	trash can	trash can	singular
28	object	tray	tray	singular
3	object	tray	trays	plural
3	object	treat	treat	singular
69	object	tree	tree	singular
108	object	tree	trees	plural
7	object	tree branch	tree branch	singular
7	object	trolley	trolley	singular
3	object	trolley car	trolley car	singular
2	object	trophy	trophies	plural
44	object	truck	truck	singular
9	object	truck	trucks	plural
7	object	trunk	trunk	singular
4	object	trunk	trunks	plural
23	object	tub	tub	singular
3	object	tube	tube	singular
4	object	tunnel	tunnel	singular
2	object	turkey	turkey	singular
2	object	tusk	tusks	plural
36	object	tv	tv	singular
2	object	tv monitor	tv monitor	singular
2	object	twin bed	twin beds	plural
44	object	umbrella	umbrella	singular
18	object	umbrella	umbrellas	plural
7	object	umpire	umpire	singular
2	object	underside	underside	singular
15	object	uniform	uniform	singular
12	object	uniform	uniforms	plural
2	object	urinal	urinal	singular
3	object	utensil	utensil	singular
2	object	utensil	utensils	plural
3	object	valley	valley	singular
3	object	van	van	singular
3	object	van	vans	plural
28	object	vase	vase	singular
7	object	vase	vases	plural
15	object	vegetable	vegetable	singular
44	object	vegetable	vegetables	plural
2	object	veggie	veggie	singular
12	object	veggie	veggies	plural
15	object	vehicle	vehicle	singular
23	object	vehicle	vehicles	plural
5	object	vest	vest	singular
2	object	vest	vests	plural
3	object	video	video	singular
36	object	video game	video game	singular
12	object	video game	video games	plural
5	object	vine	vines	plural
3	object	waffle	waffle	singular
4	object	wagon	wagon	singular
2	object	waiting room	waiting room	singular
2	object	wake	wake	singular
28	object	walk	walk	singular
12	object	walkway	walkway	singular
108	object	wall	wall	singular
28	object	wall	walls	plural
2	object	wall clock	wall clock	singular
3	object	warehouse	warehouse	singular
2	object	watch	watch	singular
136	object	water	water	mass
7	object	water	waters	plural
2	object	water bottle	water bottle	singular
4	object	waterfront	waterfront	singular
3	object	watering hole	watering hole	singular
3	object	waterway	waterway	singular
36	object	wave	wave	singular
23	object	wave	waves	plural
2	object	wear	wear	singular
3	object	weather	weather	singular
7	object	wedding cake	wedding cake	singular
2	object	wedge	wedge	singular
3	object	wedge	wedges	plural
4	object	weed	weeds	plural
4	object	well	well	singular
6	object	wheel	wheel	singular
6	object	wheel	wheels	plural
2	object	whipped cream	whipped cream	singular
2	object	white cake	white cake	singular
2	object	white rice	white rice	mass
4	object	white room	white room	singular
2	object	wicker	wicker	singular
4	object	wind	wind	singular
69	object	window	window	singular
28	object	window	windows	plural
3	object	windshield	windshield	singular
18	object	wine	wine	mass
2	object	wine bottle	wine bottle	singular
5	object	wing	wing	singular
3	object	wing	wings	plural
9	object	wire	wire	singular
9	object	wire	wires	plural
265	object	woman	woman	singular
69	object	woman	women	plural
7	object	wood	wood	mass
23	object	woods	woods	singular
3	object	workspace	workspace	singular
2	object	workstation	workstation	singular
2	object	world	world	singular
28	object	yard	yard	singular
36	object	zebra	zebra	singular
28	object	zebra	zebras	plural
4	object	zone	zone	singular
36	object	zoo	zoo	singular
7	relation	above	above	ground
2	relation	above	above	overhead
15	relation	above	above	thing
3	relation	above	above	water
12	relation	across	across	ground
18	relation	along	along	ground
3	relation	alongside	alongside	thing
44	relation	around	around	thing
2	relation	at the bottom of	at the bottom of	ground
4	relation	at the edge of	at the edge of	ground
2	relation	at the edge of	at the edge of	water
5	relation	at the top of	at the top of	ground
5	relation	at the top of	at the top of	thing
9	relation	atop	atop	thing
2	relation	away from	away from	thing
2	relation	behind	behind	overhead
87	relation	behind	behind	thing
7	relation	below	below	thing
3	relation	beneath	beneath	overhead
3	relation	beneath	beneath	thing
5	relation	beside	beside	ground
36	relation	beside	beside	thing
12	relation	by	by	overhead
87	relation	by	by	thing
18	relation	by	by	water
4	relation	close to	close to	thing
136	relation	down	down	ground
2	relation	down	down	thing
331	relation	in	in	ground
5	relation	in	in	overhead
212	relation	in	in	room
414	relation	in	in	thing
87	relation	in	in	water
15	relation	in front of	in front of	overhead
212	relation	in front of	in front of	thing
4	relation	in the corner of	in the corner of	room
23	relation	in the middle of	in the middle of	ground
5	relation	in the middle of	in the middle of	room
5	relation	in the middle of	in the middle of	water
5	relation	inside	inside	room
18	relation	inside	inside	thing
5	relation	inside of	inside of	room
18	relation	inside of	inside of	thing
23	relation	into	into	thing
44	relation	near	near	ground
36	relation	near	near	overhead
169	relation	near	near	thing
23	relation	near	near	water
56	relation	next to	next to	ground
36	relation	next to	next to	overhead
414	relation	next to	next to	thing
23	relation	next to	next to	water
2	relation	off	off	thing
517	relation	on	on	ground
15	relation	on	on	overhead
808	relation	on	on	thing
23	relation	on	on	water
56	relation	on the side of	on the side of	ground
15	relation	on the side of	on the side of	thing
4	relation	on the top of	on the top of	thing
5	relation	on top of	on top of	overhead
169	relation	on top of	on top of	thing
7	relation	out of	out of	thing
2	relation	out of	out of	water
28	relation	outside	outside	thing
15	relation	outside of	outside of	thing
7	relation	over	over	ground
5	relation	over	over	overhead
18	relation	over	over	thing
2	relation	over	over	water
28	relation	through	through	ground
2	relation	through	through	water
2	relation	toward	toward	thing
5	relation	towards	towards	thing
28	relation	under	under	overhead
28	relation	under	under	thing
9	relation	underneath	underneath	overhead
6	relation	underneath	underneath	thing
6	relation	up	up	ground
`;
