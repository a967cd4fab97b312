import { describeDeviceSteps } from '../testing/device-steps';
import { describeParity, layouts, stem } from '../testing/training-parity';

describeParity('webgpu', [...layouts, stem]);
describeDeviceSteps('webgpu');
