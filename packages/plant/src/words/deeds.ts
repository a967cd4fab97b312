import { createExclusions, type Exclusions } from './exclusions';

/** What one does with one's whole body: one at a time. For living things; a bowl that sits on a table also stands on it. */
export const posturesExclude = createExclusions([
  'sit seat | stand | walk stroll | run jog | lie lay sleep nap | jump leap | swim | kneel crouch squat | climb | crawl | fly | dance',
  'perch | fly | swim | run',
  'graze eat drink | run | sleep | jump leap | swim | fly',
  'smile laugh | cry sleep',
  'rest | walk',
  'rest | run',
  'rest | jump',
  'rest | swim',
  'rest | climb',
  'wade | run | sit seat | lie lay',
]);

/** Actions of vehicles, by kind: a bus does not fly. */
export const travelExcludes: Readonly<Record<string, Exclusions>> = {
  'road vehicle': createExclusions(['park stop sit stand | drive travel move race speed go']),
  aircraft: createExclusions(['park stop sit stand | fly travel move land race speed', 'fly | land']),
  vessel: createExclusions(['sit stand stop | travel move race speed sail']),
};

/** Actions on living beings; they are not worn, cut or thrown. */
export const dealingExcludes = createExclusions([
  'hold carry | ride | kick | push | pull lead | chase | wash clean',
  'ride | pull lead | feed | pet | chase | watch | brush',
  'feed | chase | brush wash | ride',
  'pet | chase | feed | wash',
]);

/** What one does with a thing: "riding a bicycle" is not carrying it, though who eats a sandwich holds it too. */
export const handlingExcludes = createExclusions([
  'hold carry | ride | throw toss | kick | push | wash clean | paint | repair fix',
  'ride | pull lead | feed | pet | chase | watch | brush',
  'hold carry | wear',
  'eat | cut slice | bake cook prepare make | sell | serve',
  'eat | throw toss | wash | pour | feed',
  'catch | throw toss | kick',
  'throw toss | hit',
  'push | pull',
  'feed | chase | brush wash | ride',
  'pet | chase | feed | wash',
  'drink | pour | spill',
  'open | close shut',
  'read | write',
  'board enter | exit leave',
]);
