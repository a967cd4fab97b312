/** Vite's imports of a file's URL. */
declare module '*?url' {
  const url: string;
  export default url;
}
