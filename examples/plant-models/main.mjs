// Run: npm start
await import('./rewrite.mjs');
await import('./edit-pictures.mjs');
