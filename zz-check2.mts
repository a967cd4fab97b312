import { readFileSync, writeFileSync } from 'node:fs';
const { createPlant, cutIntoBlocks } = await import('/work/wt/plant/packages/plant/src/index.ts');
const lines=readFileSync('/work/shared/data/captions/coco-val2017-half.tsv','utf8').trim().split('\n');
const inputs=lines.filter(l=>!l.startsWith('image_id')).map((l,i)=>{const [imageId,caption]=l.split('\t');return {id:String(i),imageId,caption}});
for (const size of [640,1250,2500]){
const plant=createPlant(); const out=[];
for await (const block of cutIntoBlocks(inputs,size)) for (const r of plant.mineBlock(block)) out.push({...r, imageId: inputs[+r.id].imageId});
console.error(size, out.length);
writeFileSync('/tmp/neg-'+size+'.jsonl', out.map(r=>JSON.stringify(r)).join('\n'));}
