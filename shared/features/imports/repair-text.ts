export const repairText=(t:string)=>t;
