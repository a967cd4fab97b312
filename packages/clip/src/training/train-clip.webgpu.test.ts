import { describeDeviceSteps } from '../testing/device-steps';
import { describeParity } from '../testing/training-parity';

describeParity('webgpu');
describeDeviceSteps('webgpu');
