import { chromium } from "@playwright/test";
import { execFileSync, spawn } from "node:child_process";
import { cpSync } from "node:fs";
cpSync("/work/main/out/demo","/tmp/dbg/case",{recursive:true});
const c = spawn("/work/main/bin/skein",["serve","--case","/tmp/dbg/case","--addr","127.0.0.1:8555","--user","t"]);
c.stderr.pipe(process.stderr);
const addr = await new Promise(r=>{let o="";c.stdout.on("data",d=>{o+=d;const m=/http:\S+token=\S+/.exec(o);if(m)r(m[0])})});
const b = await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox","--disable-quic","--disable-background-networking","--use-angle=swiftshader","--enable-unsafe-swiftshader"]});
const p = await b.newPage({viewport:{width:1440,height:900}});
p.on("console",m=>console.log("console:",m.type(),m.text()));p.on("pageerror",e=>console.log("pageerror",e.stack));
await p.goto(addr); await p.waitForSelector("h1"); await p.waitForTimeout(500);
export const o = new URL(addr).origin;
const code = await import(process.argv[2]);
try { await code.default(p,o); } catch(e){console.log(e)}
await b.close(); c.kill();
