/** Captions to begin with, of several sorts of pictures. Written for this page. */
export const samples: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: 'Photographs',
    text: `A brown dog sleeps on a red sofa beside a window.
A cat sleeps on a grey sofa beside a lamp.
Two men ride horses along a sandy beach.
A woman holds a yellow umbrella in the rain.
A small boat floats on a calm lake near the mountains.
A plate of pasta stands next to a glass of wine.
A man in a blue shirt throws a frisbee to his dog.
A red car stands behind a blue bus.
A train passes a green field under a cloudy sky.
The idea behind this picture is freedom.`,
  },
  {
    title: 'Alt text',
    text: `Smiling woman with a laptop in a modern office
Old stone bridge over a river in autumn
Close-up of a honey bee on a purple flower
Empty highway through the desert at sunset
Chef slicing tomatoes on a wooden board
IMG_20230514_1832.jpg
Children's drawing of a house with a red roof
Cup of black coffee on a white table, top view`,
  },
  {
    title: 'Products',
    text: `Men's black leather ankle boots
Women's white cotton summer dress
Stainless steel kettle with a wooden handle
Round glass coffee table with metal legs
Kids' blue waterproof rain jacket
Ceramic flower vase, matte green
Red wool blanket for the sofa
Leather wallet with a coin pocket`,
  },
  {
    title: 'Icons',
    text: `an icon of a bell with a small dot
an icon of a cloud with a down arrow
an icon of a magnifying glass
an icon of a padlock, closed
an icon of a house with a chimney
an icon of a paper plane
an icon of a circle with a check mark
an icon of an envelope with a heart`,
  },
];
