import { createPlant } from './src/plant';
import { readDomain } from './measure/domains';
const names=process.argv.slice(2);
for(const n of names){const d=readDomain(n)!;const caps=d.captions.slice(3000,5500);const p=createPlant({});const g=p.mineGroups(caps);
const have=g.filter(x=>x.negatives.length);console.log('##',n,have.length/g.length);
for(let i=0;i<32;i++){const x=have[Math.floor((i+.5)*have.length/32)]!;const r=x.negatives[0]!;console.log(`${r.operation} ${r.slot} ${r.keyword.text}→${r.replacement.text} ${r.scores?.surprise} | ${r.negative}`)}
console.log(JSON.stringify(p.stats().reasons),JSON.stringify(Object.fromEntries(Object.entries(p.stats().checks).sort((a,b)=>b[1]-a[1]).slice(0,14))))}
