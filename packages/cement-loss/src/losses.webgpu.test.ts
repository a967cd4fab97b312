import { describeOthers } from './testing/on-backend';

describeOthers('webgpu');
