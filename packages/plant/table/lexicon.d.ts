declare const tables: string;
export default tables;
