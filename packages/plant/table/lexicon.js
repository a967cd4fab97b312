export default `#closed-sets
@on	on on-top-of atop
@beside	next-to beside alongside
@near	near by close-to
@under	under underneath beneath below
@in	in inside inside-of
@outside	outside outside-of
@over	above over
@toward	toward towards
@highest	at-the-top-of on-the-top-of
@lowest	at-the-bottom-of on-the-bottom-of at-the-foot-of at-the-base-of
@middle	in-the-middle-of in-the-center-of
@edge	on-the-side-of on-the-edge-of at-the-edge-of by-the-side-of along-the-side-of
@pair	two a-couple-of
@many	many numerous a-lot-of lots-of dozens-of a-large-group-of
@group	a-group-of a-bunch-of
@lie	lie lay
@carry	hold carry
@throw	throw toss
@pull	pull lead
@shut	close shut
@halted	park stop sit stand
@moving	travel move race speed
@jump	jump leap
places	@on | @under | behind | in-front-of
places	@on | @beside | under underneath beneath
places	@over | @under
places	@in | @outside | under underneath beneath | behind | in-front-of
places	@outside in-front-of
places	@outside behind
places	@outside @beside @near
places	@in | @beside @near
places	left-of | right-of
places	to-the-left-of | to-the-right-of
places	on-the-left-of | on-the-right-of
places	up | down
places	into | out-of
places	onto | off off-of
places	@toward | away-from
places	around | @on | @in | @under
places	past | into | out-of
places	on-the-side-of | on-top-of atop | @in
places	@highest | @lowest
overhead	in | @under | @beside @near | behind | in-front-of
overhead	@on | @under | behind | @beside
overhead	@under @beside @near in-front-of
overhead	@under @beside @near behind
overhead	in-front-of | behind
overhead	@on | in-front-of
overhead	@over | @under
grounds	on in | @beside | under
grounds	@middle | @edge @beside near
grounds	across | down along up
grounds	through | past
grounds	@highest | @lowest
grounds	@over | under
grounds	into | out-of
grounds	@toward | away-from
waters	@middle | on-the-edge-of at-the-edge-of @beside @near along
waters	in on | @beside @near along
waters	through across | past along
waters	@over | under
waters	into | out-of
rooms	@in | @outside
rooms	@middle | in-the-corner-of
postures	sit seat | stand | walk stroll | run jog | @lie sleep nap | @jump | swim | kneel crouch squat | climb | crawl | fly | dance
postures	perch | fly | swim | run
postures	graze eat drink | run | sleep | @jump | swim | fly
postures	smile laugh | cry sleep
postures	rest | walk
postures	rest | run
postures	rest | jump
postures	rest | swim
postures	rest | climb
postures	wade | run | sit seat | @lie
road vehicle	@halted | drive @moving go
aircraft	@halted | fly travel move land race speed
aircraft	fly | land
vessel	sit stand stop | @moving sail
dealings	@carry | ride | kick | push | @pull | chase | wash clean
dealings	ride | @pull | feed | pet | chase | watch | brush
dealings	feed | chase | brush wash | ride
dealings	pet | chase | feed | wash
handlings	@carry | ride | @throw | kick | push | wash clean | paint | repair fix
handlings	ride | @pull | feed | pet | chase | watch | brush
handlings	@carry | wear
handlings	eat | cut slice | bake cook prepare make | sell | serve
handlings	eat | @throw | wash | pour | feed
handlings	catch | @throw | kick
handlings	@throw | hit
handlings	push | pull
handlings	feed | chase | brush wash | ride
handlings	pet | chase | feed | wash
handlings	drink | pour | spill
handlings	open | @shut
handlings	read | write
handlings	board enter | exit leave
counts	two | three | four | five | six | seven | eight | nine | ten
counts	two | several @group
counts	@pair | @many a-crowd-of a-herd-of a-flock-of
counts	@pair | a-row-of a-line-of
counts	@pair | five | six | seven | eight | nine | ten
counts	three | @many
counts	@pair
#company
child, kid, toddler, infant, baby
couch, sofa
bike, bicycle
motorcycle, motorbike, motor scooter, moped
airplane, plane, jet, airliner, aeroplane, jet plane, jetliner
boat, ship, ferry
truck, lorry, pickup truck
tv, television
refrigerator, fridge
stove, oven
tub, bathtub, bath tub
toilet, toilet seat, toilet bowl
street, road, highway, roadway
phone, cell phone, cellphone, mobile phone
laptop, laptop computer
racket, racquet, tennis racket, tennis racquet
bat, baseball bat
skateboard, skate board
surfboard, surf board
snowboard, snow board
donut, doughnut
hamburger, burger
bag, handbag, purse
suitcase, luggage
glasses, eyeglasses
cow, cattle, bull
sheep, lamb
dog, puppy
cat, kitten
horse, pony
#look-alikes
bag backpack purse handbag
bag box
ball frisbee
barn shed
basket box
bench chair seat couch
bike bicycle motorcycle motorbike scooter moped
bird duck goose
blanket quilt sheet
boat ship sailboat yacht ferry
bookcase shelf
boot shoe sneaker sandal
briefcase box
bucket basket
bus trolley
bus van
bush tree plant shrub
cake pastry muffin cupcake pie
carriage wagon cart
chair stool seat
chick chicken hen rooster
chocolate candy cake brownie
couch sofa chair armchair loveseat
cow bull cattle calf
cub bear lion tiger
cup bowl
cup mug glass
desk table counter
dirt mud sand gravel
dish plate bowl tray platter saucer
donut doughnut bagel pastry
door gate
dress skirt robe
duckling duck
fence railing gate
field meadow park
foal colt pony horse
forest park garden yard
fridge refrigerator
glasses goggles sunglasses
hat cap helmet
hill mountain cliff ridge bluff
house building cabin
jacket coat sweater hoodie
kitten cat
lamp light candle lantern
laptop computer keyboard monitor
lot street road
meat steak chicken bacon
mountain forest hill valley
oven stove
pants jeans trousers
pasta spaghetti
phone cellphone telephone smartphone iphone
photo picture
pier dock wharf boardwalk bridge
piglet pig
plane airplane jet airliner aircraft glider biplane
pool pond water
pot pan cooker skillet wok
puppy dog
racket racquet
rat mouse
river pond lake
rose flower tulip
rug carpet
salad vegetable
sandwich burger hamburger
sea ocean lake
sheep goat lamb
shirt blouse t-shirt sweater vest
slope hill ramp mountain
steeple spire tower
store restaurant shop
stream river
street road highway freeway avenue boulevard driveway alley path trail sidewalk
suitcase luggage bag briefcase
taxi car
teddy bear bear doll
television tv monitor
tie collar
tower steeple church
toy doll
trail field path slope
train tram trolley subway
truck van car
tub bathtub bath
vase jar pitcher
wall fence barrier railing
yard garden lawn
city town village suburb downtown
farm farmland field meadow grassland pasture ranch crop lawn plantation
marina harbor harbour port dock pier wharf quay
floor pavement ground tile
bottle jar flask
shirt top t-shirt tshirt jersey polo blouse tee
store shop market boutique supermarket
building factory workshop warehouse office hotel house tower
sea ocean bay gulf
beach shore coast coastline seaside sand
mountain peak range ridge
sandal slipper flip-flop
wallet purse clutch
suit jacket blazer coat
brief underwear boxer trunk
evening night dusk
road lane runway track highway
river canal creek
tree vine grove forest wood
cloud smoke fog mist
sign banner billboard poster
airport runway
farmhouse cottage
plant crop vegetation grass bush
flat heel shoe wedge pump loafer moccasin
watch chronograph
#persons
man	male	woman	
woman	female	man	
boy	male	girl,woman	
girl	female	boy,man	
guy	male	woman	
lady	female	man	
gentleman	male	lady	
baby	-	man,woman	
toddler	-	man,woman	
infant	-	man,woman	
child	-	man,woman	
kid	-	man,woman	
skier	-		board
surfer	-		board
skateboarder	-		board
snowboarder	-		board
cyclist	-		board
kayaker	-		board
batter	-		baseball
catcher	-		baseball
umpire	-		baseball
pitcher	-		baseball
tennis player	-		player
baseball player	-		player
soccer player	-		player
football player	-		player
basketball player	-		player
badminton player	-		player
cricket player	-		player
person	-	-	
people	-	-	
human	-	-	
crowd	-	-	
family	-	-	
couple	-	-	
team	-	-	
audience	-	-
#phrases
object	phrase/doing		do does doing did performing performs						pass	What is done is no thing: "doing a flip".	A man doing a *flip*.	A man eating a *cake*.
object	phrase/home-plate	plate					baseball batter umpire catcher bat pitcher home base swing		pass	The plate of baseball.	A batter at the *plate*.	A cake on a *plate*.
object	phrase/stuff	batter pitcher	in of with on						pass	The dough, and the jug.	A spoon covered in *batter*.	A ball behind a *batter*.
object	phrase/tinted			@colour	NOUN				pass	A thing that names a tint: "baby blue cabinets".	A kitchen with *baby* blue cabinets.	A *bird* in a blue cage.
object	phrase/sign-of-doing			-ing	sign signs area lane path trail				pass	"A horse walking sign" shows a horse at most.	A *horse* walking sign.	A *horse* walking on grass.
attribute	phrase/orange	orange				slice wedge juice peel half piece section fruit			pass	"Orange slices" are of oranges.	Some *orange* slices on a plate.	Some *orange* cups on a plate.
attribute	phrase/style			fashioned fashion time style styled looking					pass	"Old fashioned": what is so in looks is a phrase of its own.	An *old* fashioned car.	An *old* car.
attribute	phrase/lit			lighted lit colored coloured					pass	The colour of the light: "white lighted".	A *white* lighted sign.	A *white* sign.
attribute	phrase/partly		partially partly half slightly clear cloudless						pass	True together with its opposite: "partially open" and "partially closed".	A partially *open* door.	An *open* door.
attribute	phrase/big-horn			horn	NOUN				pass	The horn is big, not the sheep.	A *big* horn sheep.	A *big* brown sheep.
attribute	phrase/cut-so	@cutting	-ly						pass	"Artistically sliced": the word before it would not fit another one.	Some thinly *sliced* bread.	Some *sliced* bread.
attribute	phrase/shade	light dark bright pale deep		@colour						"Dark blue" is one colour.	A *dark* blue car.	A *dark* car.
attribute	phrase/years-old	old	year years							An age in years.	A two year *old* horse.	An *old* horse.
attribute	phrase/little-bit	little		bit						"A little bit" says how much.	A *little* bit of cake.	A *little* cake.
attribute	phrase/tint	@colour	lime baby navy sky royal neon army mint powder forest hot ocean							"Lime green" is one colour.	A lime *green* car.	A *green* car.
relation	phrase/manner	on in at under above below behind beside near by over across along through around into onto inside outside between against atop beneath underneath toward towards past off up down within upon among amongst alongside				row line group way motion action color colour black white display top own use case style fashion preparation				How, not where: "in a row", "on display".	A house with snow *on* the top.	A house with a dog *on* the table.
relation	phrase/in-bed			bed		bed				Another relation would break "in bed".	A cat *in* bed.	A cat *on* a bed.
relation	phrase/walk-in		walk							"Walk in shower" is one thing.	A bathroom with a walk *in* shower.	A man *in* a box.
count	phrase/measure			story storey way tone tier level door seater layer lane wheeler year hour minute foot inch percent type kind sort variety half						No two things: "a two story building".	Some *two* story houses.	Some dogs and *two* houses.
count	phrase/kinds					story storey way tone tier level door seater layer lane wheeler year hour minute foot inch percent type kind sort variety half				It counts kinds, hours or inches: "two different kinds".	Dogs of *two* different kinds.	Dogs near *two* houses.
count	phrase/paired					eye ear hand arm leg foot wing horn tusk ski pole glove sock shoe boot sandal wheel skis				One has two of them, and a third one is a riddle.	A dog with *two* ears.	A dog with *two* toys.
count	phrase/sides					side				A river or a road has two sides, and nine are a riddle.	Trees on *two* sides of a river.	Trees beside *two* rivers.
count	phrase/the-two		the these those his her their its of all other every first last next about over than between							"The two dogs" are known to be two; "one of three" counts nothing that is seen.	A man with his *two* dogs.	A man with *two* dogs.
count	phrase/lots-and-lots	lots_of	and							"Lots and lots of".	Lots and *lots of* dogs.	Many cats and *three* dogs.
#safety
minor	bedroom furniture 1,bedroom 1	mattress sleeping_bag bunk cot hammock bedside bedspread bedclothes	lower upper	where people sleep
minor	bathroom 1,bathroom 2,plumbing fixture 1,bathtub 1	tub shower_curtain bidet latrine outhouse privy loo lavatory changing_room dressing_room locker_room sauna jacuzzi		where people wash and undress
minor	hotel 1	inn hostel hotel_room motel_room		a room with strangers
minor	undergarment 1,swimsuit 1	nightgown negligee robe bathrobe stocking garter corset		undress
minor	weapon 1,edge tool 1,explosive 1,ammunition 1,whip 1	knife blade needle hypodermic_needle syringe scalpel arrow spear hatchet saw chainsaw hammer bullet bomb grenade dynamite firecracker firework machete dagger sledgehammer crowbar pitchfork	scissors plane bow shell round thunder	what wounds
minor	alcohol 1,drug 1,poison 1,tobacco 1	drink pill tablet capsule cigarette cigar pipe lighter vape bong hookah ashtray beer_bottle beer_can wine_bottle wine_glass beer_glass wineglass keg bleach	cure flip	what intoxicates or poisons
minor	rope 1,shackle 1,cage 1,correctional institution 1	chain chains prison_cell jail_cell dungeon noose handcuffs leash collar muzzle gag blindfold straitjacket trap kennel doghouse basement cellar closet coffin casket grave		what binds or locks in
minor	barroom 1,tavern 1,cabaret 1,gambling house 1,brothel 1	bar pub saloon liquor_store strip_club		no place for a child
danger	cliff 1,railroad track 1,furnace 1,oven 1,fire 3,bear 1,big cat 1,crocodilian reptile 1,shark 1,snake 1,instrument of execution 1,landfill 1	highway freeway motorway expressway intersection gutter alley tunnel well manhole sewer pit ditch quicksand volcano fire flame bonfire campfire stove furnace fireplace locker dumpster garbage_can trash_can garbage_truck crate wolf grizzly scorpion spider lion tiger panda	teddy_bear stuffed_bear fire_truck	where or by what a child comes to harm
degrading	cage 1,rope 1,shackle 1,whip 1,correctional institution 1,sty 1	chain chains noose handcuffs leash collar muzzle gag prison_cell jail_cell dungeon kennel doghouse stable trap gallows		what binds, or holds animals
degrading	waste 1,soil 2,fecal matter 1,swill 1	dirt mud manure dung filth junk litter landfill dump scrap sewage sewer gutter dumpster garbage_can trash_can dustbin ashcan toilet urinal latrine spit vomit	sand clay	filth and waste
degrading	primate 2,rodent 1,swine 1,vermin 2,insect 1	worm maggot cockroach snake vulture hyena donkey ass jackass parasite leech	butterfly bee ladybug dragonfly squirrel beaver human queen	animals that people are abused as
degrading	handcart 1,hovel 1,slum 1,bathroom 1,menagerie 2,pen 2,barn 1	shopping_cart cart hut shack zoo barn pen enclosure habitat coop corral pasture bathroom restroom locker_room basement tunnel alley		where the poor are said to live, or animals do
degrading	weapon 1,explosive 1,ammunition 1,armored vehicle 1,burial ground 1	knife gun bomb rifle tank	bow shell round thunder	a threat, by prejudice
degrading	drug of abuse 1,undergarment 1,swimsuit 1	pork bacon ham syringe needle pill bikini		what a faith or a prejudice forbids or says of them
degrading	instrument of execution 1	coffin casket grave tomb corpse skeleton skull fodder dog_food		death, or what animals are fed
group	unfortunate 1,religious person 1,servant 1,slave 1,refugee 1,exile 2,homosexual 1,handicapped person 1,oldster 1,native 1,person of color 1,black 3,tribesman 1	elderly homeless immigrant migrant refugee asylum foreigner alien transgender trans lgbt lgbtq intersex nonbinary drag wheelchair crutches janitor cleaner maid servant sweeper garbageman laborer labourer peasant slave inmate prisoner convict addict alcoholic unemployed poor impoverished nun monk priest imam rabbi pastor bishop pope hijab burqa turban yarmulke veiled orphan widow grandmother grandfather grandma grandpa granny pensioner senior seniors fat overweight obese chubby skinny ugly bald	case ancient familiar desperate	who is looked down on by what they are
people	inhabitant 1		same federal sooner	a people, where the caption writes the word with a capital
sacred	place of worship 1,religious residence 1,holy place 1,sanctum 1,burial ground 1,altar 1	altar cross pagoda steeple minaret chapel cemetery graveyard churchyard mausoleum tomb grave gravestone tombstone headstone crypt stupa pulpit pew sanctuary vestry torii		a sacred place
sacred	sacred text 1,rosary 1,menorah 1,crucifix 1,idol 1,religious song 1	bible koran quran torah gospel psalm prayer_book crucifix rosary menorah reliquary relic holy_water prayer_rug mezuzah chalice nativity		a sacred thing or text
profane	barroom 1,tavern 1,cabaret 1,gambling house 1,brothel 1,correctional institution 1,plumbing fixture 1,bathroom 1,bathroom 2,sty 1,waste 1,slum 1,hotel 1,alcohol 1	bar pub nightclub casino toilet restroom outhouse urinal dump landfill sewer slaughterhouse strip_club liquor_store kennel doghouse stable barn cage pigsty trash_can garbage_can dumpster pornography		what a sacred place is insulted with
herd	animal group 1,swarm 1,swarm 2	herd flock pack swarm litter pride school drove gaggle brood pod shoal covey hive colony horde		a collective of animals
animal	animal 1		person human young	an animal
worn	clothing 1,footwear 1,footwear 2,headdress 1,jewelry 1,adornment 1,optical instrument 1,insignia 1,protective garment 1,fabric 1	helmet skirt bracelet purse handbag glasses sunglasses goggles crown wig badge medal veil scarf glove watch backpack costume uniform outfit dress suit tie red blue green yellow black white pink purple orange brown gray	laundry bag	what is worn
eaten	food 1,food 2,beverage 1,edible fruit 1,vegetable 1,meat 1	fruit cake pizza rice lunch dinner breakfast snack meal treat candy nut		what is eaten
dwelling	housing 1,building 1,municipality 1,district 1,state 4,room 1	home house apartment flat room village town city country tent mansion palace castle cottage farm community neighborhood	locker closet cabinet cupboard compartment cubicle stall booth bathroom toilet prison jail cell cage	where people live
#scale-against
hot	snow ice frost icicle blizzard glacier ski skier skiing snowboard snowboarder snowman frozen freezing icy snowy frosty	no heat
cold	flame fire steam lava campfire bonfire sauna boiling steaming	no cold
dry	rain puddle flood dew raining rainy drenched soaked flooded splash splashing	no dryness
wet	desert drought dusty dust parched	no wetness
sunny clear	rain storm fog mist blizzard lightning raindrop raining snowing foggy stormy overcast cloudy thunderstorm	no clear sky
cloudy	sunshine sunlight sunny cloudless sunbathing	no clouds
dark	sunshine sunlight sunny noon	no darkness
empty	crowd audience spectator crowded packed busy filled full	not empty
grassy sandy	snow ice skier skiing ski snowboarder	under snow
snowy	beach desert palm swimmer swimming sunbathing	no snow
#scale-heads
full empty	container 1,vehicle 1,vessel 2,crockery 1,shelf 1,theater 1,stadium 1,room 1,way 6,structure 1,tract 1,seat 3	plate glass cup parking_lot belly stomach	bed 1,kitchen 1,bathroom 1,bathroom 2	"full HD", "full moon", "full length": no amount
flat steep	geological formation 1,way 6,roof 1,land 4,tract 1,stairway 1,location 1	slope side part ground	screen 3	"flat design", "flat tire": no slope
hot cold	food 1,food 2,substance 1,matter 3,weather 1,time unit 1,time period 1,season 2,container 1,home appliance 1,location 1,geological formation 1,room 1	water air day night morning evening weather climate sun sand snow ice wind	person 1,animal 1	"hot pink", "a hot bartender", "cold case": no temperature
right left	body part 1,side 1,side 2,footwear 1,footwear 2,glove 1,hosiery 1,wheel 1	side corner lane turn wing half page column end edge wheel rear front		"the right pair", "right now", "the last seat left": no side
round	artifact 1,food 1,food 2,shape 2,body part 1,plant part 1	stone rock ball fruit		"the second round", "all year round": no shape
#scales
colour	*red crimson scarlet maroon burgundy
colour	*orange
colour	*yellow gold golden blond blonde
colour	*green olive teal turquoise khaki
colour	*blue navy turquoise teal aqua cyan indigo
colour	*purple violet lavender mauve magenta indigo
colour	*pink magenta fuchsia mauve lavender
colour	*brown tan beige cream khaki bronze copper taupe gold golden
colour	*black charcoal navy
colour	*white ivory cream
colour	*gray grey silver charcoal taupe
size	*big *large huge giant gigantic enormous massive oversized
size	*small little tiny miniature mini
height	*tall
height	*short
length	*long
length	*short
width	*wide broad
width	*narrow
thickness	*thick
thickness	*thin
age	*old elderly aged
age	*young
novelty	*old ancient antique vintage
novelty	*new *modern
material	*wooden wood
material	*metal metallic steel iron aluminum
material	*plastic
material	*glass
material	*stone marble granite
material	*brick
material	*leather
material	concrete cement
material	paper cardboard
material	ceramic porcelain
material	cotton denim linen
material	silk satin
material	wool woolen
material	rubber
shape	*round circular oval
shape	*square rectangular
shape	*triangular
openness	*open
openness	*closed shut
fullness	*full
fullness	*empty
wetness	*wet damp
wetness	*dry
cleanness	*clean
cleanness	*dirty filthy muddy
temperature	*hot
temperature	*cold
brightness	*bright
brightness	*dark
weather	*sunny
weather	*cloudy overcast rainy stormy foggy misty
texture	*smooth
texture	*rough
hardness	*soft
hardness	*hard
curl	*curly wavy
curl	*straight
course	*straight
course	*curved winding
mood	*happy
mood	*sad angry
pattern	*striped printed
pattern	*spotted polka-dotted dotted printed
pattern	*checkered checked plaid tartan printed
pattern	*floral flowered flowery printed
pattern	*solid plain
sleeves	*sleeveless
sleeves	long-sleeved
sleeves	short-sleeved
ripeness	*ripe
ripeness	*unripe
place	*indoor
place	*outdoor
cooking	*cooked fried grilled baked
cooking	*raw uncooked
terrain	*grassy
terrain	*sandy
terrain	*snowy snow-covered
terrain	*rocky
terrain	muddy
growth	*bare barren
growth	*lush
density	*dense
density	*sparse
crowd	*busy crowded
crowd	*empty deserted
order	*messy cluttered
order	*tidy neat
slope	*steep
slope	*flat
paving	paved
paving	unpaved
sky	*clear
sky	*cloudy overcast
cutting	*sliced chopped
cutting	*whole
side	*left
side	*right
level	*upper
level	*lower
fit	*tight fitted
fit	*loose baggy
sex	*male
sex	*female
#stand-ins
stop sign	street sign
cell phone	cellular telephone
washing machine	dishwasher
badminton player	tennis player
cricket player	baseball player
kayaker	canoeist
tshirt	t-shirt
hoodie	sweatshirt
smartphone	cellular telephone
#words
no-thing	group hundred thousand plenty bunch couple pair lot lots set row line pile stack cluster series collection variety number amount dozen herd flock pack part piece bit side front back middle center centre end edge corner bottom inside outside left right half space distance background foreground area place spot picture photo photograph image view scene shot close closeup kind sort type way thing stuff item object
not-a-person	hot_dog tiger whale toaster hood brownie taco shrimp monitor printer speaker rake trailer stroller scorpion ostrich canary wasp gull badger torpedo scanner calculator mannequin macaroni quiche smoothie planter boxer hanger scooter cooker slicer
mass	water milk coffee tea beer wine juice soda lemonade champagne rice bread cheese meat bacon spaghetti pasta soup broccoli salmon tuna shrimp lobster crab corn lettuce toast chocolate candy ice_cream grass snow sand dirt mud gravel ice hay luggage soap paint butter flour sugar salt honey jam ketchup mustard cabbage celery spinach garlic pork beef seafood popcorn cereal oatmeal traffic graffiti jewelry baggage furniture clothing silverware cookware cutlery glassware pottery lingerie underwear footwear macaroni linguine wood metal plastic leather smoke fog steam dust fur wool cotton denim fabric foliage seaweed ivy moss tennis baseball soccer basketball football volleyball golf hockey rugby polo cricket food hair fruit equipment gear apparel sunshine sunlight vegetation soil concrete asphalt clay straw silk linen velvet lace nylon polyester marble granite greenery scenery wildlife machinery makeup perfume music art lumber hay wheat bamboo rubble debris trash garbage
plural-only	glasses eyeglasses clothes leggings sunglasses pants jeans shorts trousers scissors goggles binoculars headphones tights pajamas overalls pliers tongs stairs fries people cattle police
also-a-thing	orange glass hot_dog
written-apart	skateboard surfboard snowboard wakeboard backpack bathroom bathtub toothbrush laptop keyboard motorcycle motorbike sailboat airplane football baseball basketball volleyball newspaper sunglasses suitcase handbag strawberry watermelon pineapple cupcake sunflower lighthouse snowman dishwasher windmill helicopter lamppost billboard broccoli
unseen	other same different several many few more less most least next last first front back top bottom own such main left right high low upper lower near far early late good bad better worse best worst single multiple various ready able unable possible real true false alone whole public private double inner outer outside inside major minor extra regular special american natural artificial certain available similar fast slow light fine free great white black native domestic foreign male female rich poor sick healthy blind able-bodied normal live just wild present past on off nasty beautiful ugly alive dead
street	street road highway sidewalk park garden bridge beach field
loose-modifier	city kitchen bathroom bedroom office park wedding birthday beach hotel hospital school family country town village winter summer computer lunch dinner breakfast wood metal passenger commuter tour transit brick stone marble airport cafe army police vintage classic antique restaurant farm
quantity	two three four five six several many few other
determiner	a an the this that these those his her their its my your our some any another
singular-determiner	a an one this that another each every single
picture	photo photograph picture image shot view photography
sport	tennis basketball badminton squash baseball football hockey
particle	up down out off over away around back on in along by
empty-verb	be have do can get let make seem appear look-like contain include
passive	is are was were be been being gets get getting
way	down up through across along to toward towards into onto over past away off out by back from after around
state	parked stopped perched seated
aim	look stare gaze smile point glance throw swing aim wave laugh work bark
way-verb	walk run ride climb go ski drive fly come move travel head jump skate hike
placed	park seat place situate locate position tie hang mount attach set stand sit lie lay display
placing	sit stand lie lay walk run perch rest sleep place park play pose wait graze jump set sat stack pile display kneel crouch squat seat nap locate hide swim float fly eat
motion	walk run ride ski drive go slide skate travel climb skateboard snowboard fly race move come head roll cruise pull march jog hike jump swim wander wade float sail cross stroll trot gallop
along	up down across along through past over toward towards
entry	into out_of onto off off_of away_from
beside	next_to beside near by close_to in_front_of behind
overhead	tree umbrella parasol canopy tent bridge awning lamp sign lamppost
steps	step stair stairs staircase stairway ladder ramp escalator slope hill
wide-ground	field park yard
paired-thing	scissors glasses sunglasses pants jeans shorts trousers goggles shoe ski glove boot sock
said-again	one both other others either twin
collective	shot picture photo photograph image view painting drawing closeup group couple bunch pair herd flock crowd row set pack variety number lot pile stack cluster line team dozen collection series class
personal-pronoun	he she him they them who someone somebody everyone we us you i
other-pronoun	it something itself himself herself themselves
of-anything	shot picture photo photograph image view painting drawing closeup group couple bunch pair row set variety number lot pile stack line collection series kind type sort
audience	man woman boy girl child kid baby lady gentleman infant toddler teen adult
with-of	body_of_water chest_of_drawers bird_of_prey lily_of_the_valley
unchanged-past	hit cut set put shut spread split let run come
ing-noun	building setting painting railing ceiling clothing wedding crossing landing clearing topping icing frosting seating lighting plumbing drawing paneling siding awning gathering meeting outing sibling duckling string ring king wing swing evening morning pudding carving covering bedding dressing stuffing serving
place-head	left right top front back side bottom middle inside outside
living	person people crowd team couple family herd group
lifeless	controller monitor speaker printer calculator comforter hanger carrier planter maker wheeler stroller walker feeder trailer toaster mixer blender cooker dresser counter scooter divider preserver topper heater hood mouse bat egg paw wing tail beak feather mane udder seashell beef macaroni salmon shrimp hotdog brownie cog
possessive	his her its their my our your 's
preposition	on in at under above below behind beside near by over across along through around into onto inside outside between against atop beneath underneath toward towards past off up down within upon among amongst alongside
preposition-of-several	in_front_of on_top_of next_to close_to left_of right_of inside_of outside_of out_of away_from far_from in_between in_back_of to_the_left_of to_the_right_of on_the_left_of on_the_right_of in_the_front_of in_the_back_of on_the_back_of on_the_front_of on_the_side_of at_the_side_of by_the_side_of on_the_other_side_of on_either_side_of on_both_sides_of along_the_side_of in_the_middle_of in_the_center_of in_the_corner_of at_the_top_of on_the_top_of at_the_bottom_of on_the_bottom_of on_the_edge_of at_the_edge_of at_the_end_of at_the_foot_of at_the_base_of top_of front_of
closed DET	a an the this that these those some any each every another no all both several many few
closed NUM	one two three four five six seven eight nine ten eleven twelve
closed ADJ	other
closed CCONJ	and or but nor
closed ADP	of in on at by to with from for as near behind below above under over between beside besides around through along across into onto off up down out during before after past underneath beneath against toward towards among amongst alongside atop inside outside upon within without via amid
closed AUX	is are was were be been being am do does did could will would should may might must
closed PRON	it its he his she her him they their them there we our you your i my who someone something
closed SCONJ	while that because if
closed ADV	next not very so too also just away together
closed VERB	has have had`;
