export { serveClip } from './serve-clip';
