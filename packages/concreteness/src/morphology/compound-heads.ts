/** Nouns that make closed compounds with almost any noun before them: those with the most in WordNet. */
export const heads = `bag ball band bar bark basket bed belt berry bin bird board boat body bone book bowl box boy
  breaker brush bug builder bush cake cap car card cart case cat chair cloth coat court craft cup cutter day design
  dog door dress drop eye face field fire fish flower fly food foot front game gate girl glass grass ground guard gun
  hand hat head holder hole hook horn horse hound house keeper knife lace lady land leaf leg lid light line list load
  lock machine maid mail maker making man mark mask master mate meter mistress mouth nail neck net nose nut officer
  owner pack pad page paint pan paper path people person phone pie piece pin pipe place plane plate player pod pole
  post pot power print proof rack ring road robe rod roll room root rope sack saw screen seat seed seller server
  shaft sheet shell ship shirt shoe shop shot side sign site skin skirt smith smoke song stage stairs stand stick
  stone stool storm store stream string stroke suit switch table tail tank tower town toy track trap tray tree truck
  tube tune vest walk walker wall ward ware wash watch water wear weed weight wheel wing wire woman wood work worker
  worm writer yard`;

/** What something has (-ed): "stonehearted", "lefthanded". */
export const participles = `bellied blooded bodied bottomed breasted coloured colored eared eyed faced fingered
  fisted footed haired handed headed hearted horned lashed legged lipped minded mouthed necked nosed shaped sided
  skinned skulled sleeved spirited tailed tempered toed tongued toothed waisted winged witted`;
