// Vite's `?url` imports, for the wasm files of the browser tests.
declare module '*.wasm?url' {
  const url: string;
  export default url;
}
