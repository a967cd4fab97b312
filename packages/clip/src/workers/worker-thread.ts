import { serveClip } from './serve-clip';

// The file of a worker in Node.
serveClip();
