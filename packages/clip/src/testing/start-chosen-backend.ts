// A setup file, for tests of packages that do not know useBackend: the chosen backend is in use when they start.
import { useBackend } from '../backend/use-backend';

const [chosen] = process.env.SLIPFORM_BACKENDS?.split(',') ?? [];
if (chosen) await useBackend(chosen);
