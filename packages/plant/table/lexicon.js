export default `#scales
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
sex	*female`;
