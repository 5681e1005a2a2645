import type { Accent } from "./accent.ts";

/** The look of the HTML pack: the tokens of the product and the client's colour, set here as the file stands alone. */
export function styleOf({ light, dark }: Accent): string {
  return `:root{--accent:${light}}@media(prefers-color-scheme:dark){:root{--accent:${dark}}}${HTML_STYLE}`;
}

const HTML_STYLE = `
:root{color-scheme:light dark;--bg:#fbfbfa;--panel:#fff;--sunk:#f4f4f2;--faintest:#f5f4f1;--line:#e6e5e1;--line2:#c9c8c2;--ink:#1b1b18;--ink2:#55544e;--ink3:#6a6962;
--ok:#1a7f4b;--ok-t:#d9eee2;--warn:#8a5600;--warn-t:#fbeccb;--bad:#b8301a;--bad-t:#fadfd8;--mute:#6a6962;--mute-t:#e9e8e4}
@media(prefers-color-scheme:dark){:root{--bg:#111110;--panel:#191918;--sunk:#20201e;--faintest:#181817;--line:#2c2c29;--line2:#45453f;--ink:#f0efea;--ink2:#b9b8b0;--ink3:#9b998f;
--ok:#5cc48c;--ok-t:#14301f;--warn:#e0ac4b;--warn-t:#352912;--bad:#f2846b;--bad-t:#3a1d15;--mute:#9b998f;--mute-t:#2a2a27}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.55 Geist,ui-sans-serif,system-ui,-apple-system,"Segoe UI",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
main{max-width:60rem;margin:0 auto;padding:2.5rem 1.25rem 5rem}
h1{font-size:clamp(2.1rem,8vw,3.25rem);line-height:1.05;letter-spacing:-.03em;font-weight:600;margin:3.5rem 0 .9rem}
h2{font-size:1.55rem;line-height:1.2;letter-spacing:-.02em;font-weight:600;margin:0 0 .9rem}
h3{font-size:1rem;font-weight:600;margin:2rem 0 .5rem}
.no{color:var(--accent);font-weight:400;margin-right:.4em}
p{margin:.5rem 0;max-width:68ch}
a{color:inherit;text-decoration-color:var(--line2);text-underline-offset:.2em}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:var(--panel);padding:.4rem .8rem}
section{margin-top:4rem}header::before{content:"";display:block;height:4px;width:5.5rem;background:var(--accent);border-radius:2px;margin-bottom:1.5rem}
.logo{height:3rem;width:auto;max-width:15rem;object-fit:contain;object-position:left}@media(prefers-color-scheme:dark){.logo{background:#fff;border-radius:6px;padding:.3rem .5rem}}
.top{display:flex;justify-content:space-between;align-items:center;color:var(--ink2);font-size:.875rem;font-weight:500}
.chip{border-radius:5px;padding:.1rem .5rem;font-size:.8125rem;font-weight:500}
.chip.ok{background:var(--ok-t);color:var(--ok)}.chip.warn{background:var(--warn-t);color:var(--warn)}
.about{font-size:1.125rem;color:var(--ink2)}
.answer{font-size:1.3rem;font-weight:600;letter-spacing:-.015em;line-height:1.3;margin-top:3rem}
.soft{color:var(--ink2)}.faint{color:var(--ink3);font-size:.8125rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1.25rem;border-block:1px solid var(--line);padding:1.25rem 0;margin:2.25rem 0}
.figures dt{color:var(--ink3);font-size:.8125rem}.figures dd{margin:.2rem 0 0;color:var(--ink3);font-size:.875rem}
.figures b{font-size:1.9rem;font-weight:600;letter-spacing:-.02em;color:var(--ink);margin-right:.35rem}
.facts{display:grid;grid-template-columns:6rem 1fr;gap:.3rem 1rem;font-size:.875rem;margin:0}.facts dt{color:var(--ink3)}.facts dd{margin:0}
nav{margin-top:4rem}nav ol{list-style:none;padding:0;margin:0;columns:2 16rem;column-gap:2.5rem}nav li{border-bottom:1px solid var(--line);padding:.4rem 0;break-inside:avoid}nav a{text-decoration:none;display:block}
.scroll{overflow-x:auto;margin-top:1rem}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.45}
th{text-align:left;font-weight:500;color:var(--ink3);font-size:.8125rem;padding:.35rem .6rem;border-bottom:1px solid var(--line2);vertical-align:bottom}
td{padding:.65rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;min-width:6.5rem}
th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
td.wide{min-width:16rem}td.n{color:var(--ink3);min-width:2.6rem;white-space:nowrap}td.num,th.num{text-align:right;min-width:4rem}
td p{margin:.3rem 0 0}td b{font-weight:500}
.mark{display:inline-flex;gap:.45em;align-items:baseline;font-weight:500;white-space:nowrap}
.mark svg{width:1.05em;height:1.05em;flex:none;transform:translateY(.16em)}
.ok{color:var(--ok)}.warn{color:var(--warn)}.bad{color:var(--bad)}.mute{color:var(--mute)}
.tint{fill:var(--mute-t)}.ok .tint{fill:var(--ok-t)}.warn .tint{fill:var(--warn-t)}.bad .tint{fill:var(--bad-t)}
.seen{list-style:none;padding:0;margin:.45rem 0 0;font-size:.8125rem;color:var(--ink2)}.seen li{display:flex;gap:.6em;margin-top:.15rem}.seen .ref{color:var(--ink3);min-width:2.1em}
blockquote{margin:.6rem 0 0;padding-left:.7rem;border-left:2px solid var(--line2)}blockquote p{margin:0}
code{font:.8125rem/1.5 "Geist Mono",ui-monospace,SFMono-Regular,Menlo,monospace;color:var(--ink2)}
code.cmd{display:block;background:var(--sunk);border-radius:5px;padding:.3rem .5rem;margin-top:.45rem}
.seg{display:flex;gap:2px;width:9rem;margin-top:.5rem}.seg i{height:5px;flex:1;border-radius:2px;background:currentColor}.seg i.mute{background:var(--line2)}
.legend{display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:.5rem;list-style:none;padding:0;font-size:.875rem}
.small{font-size:.8125rem;margin:.3rem 0 0}
.plain{margin:.5rem 0;padding-left:1.1rem;max-width:68ch}.plain li{margin:.25rem 0}.plain li::marker{color:var(--accent)}
.steps{padding-left:1.4rem;max-width:72ch}.steps li{margin:.7rem 0}.steps li::marker{color:var(--ink3)}
.host{margin:1rem 0 .4rem;font-size:.875rem}
.passes{list-style:none;padding:0;margin:.3rem 0;font-size:.8125rem}.passes li{display:grid;grid-template-columns:3.2rem 1fr;gap:.4rem;padding:.18rem 0}.passes .ref{font-weight:500}.passes .faint{font-size:.75rem}
.terms{columns:2 18rem;column-gap:2.5rem;margin:0}.terms div{break-inside:avoid;padding:.35rem 0}.terms dt{font-weight:500}.terms dd{margin:0;color:var(--ink2);font-size:.875rem}
figure{margin:.75rem 0}.chart,.matrix{width:100%;height:auto;max-width:44rem;font-size:12px}.matrix{max-width:19rem}
.chart text,.matrix text{fill:var(--ink3);font-family:inherit}.chart .now{fill:var(--ink);font-weight:600;font-size:15px}
.chart .grid{stroke:var(--line)}.chart polyline{fill:none;stroke:var(--accent);stroke-width:2.5;stroke-linejoin:round}.chart circle{fill:var(--accent)}
.cell{fill:var(--mute-t)}.cell.bad{fill:var(--bad-t)}.cell.warn{fill:var(--warn-t)}.matrix .count{font-weight:600;font-size:14px;fill:var(--ink2)}.matrix .count.bad{fill:var(--bad)}.matrix .count.warn{fill:var(--warn)}
.bars{list-style:none;padding:0;margin:.75rem 0;font-size:.875rem}.bars li{display:grid;grid-template-columns:12rem 1fr 13rem;gap:.4rem 1rem;align-items:center;padding:.3rem 0}.bars svg{width:100%;height:.6rem;border-radius:3px}
.bars rect{fill:var(--line2)}.bars .none{fill:var(--sunk)}.bars .ok{fill:var(--ok)}.bars .warn{fill:#d9a13c}.bars .bad{fill:var(--bad)}
footer{margin-top:4.5rem;border-top:1px solid var(--line);padding-top:1rem}
@media(min-width:82rem){main{max-width:78rem;display:grid;grid-template-columns:15rem minmax(0,1fr);column-gap:4rem}header,footer,.sections{grid-column:2}header{grid-row:1}nav{grid-column:1;grid-row:1/span 3;position:sticky;top:2.5rem;align-self:start;max-height:calc(100vh - 5rem);overflow:auto;margin:0;font-size:.8125rem}nav h2{font-size:.875rem}nav ol{columns:1}nav li{border:0;padding:.2rem 0}}
@media(max-width:44rem){.scroll{overflow:visible}table,tbody,tr,td{display:block;width:100%}thead{position:absolute;left:-999rem}tr{border:1px solid var(--line);border-radius:8px;background:var(--panel);padding:.6rem .8rem;margin-bottom:.7rem}td,td.wide,td.n,td.num{border:0;padding:.2rem 0;min-width:0;text-align:left;display:grid;grid-template-columns:5.5rem 1fr;column-gap:.6rem}td.wide{display:block;padding:.3rem 0}td::before{content:attr(data-label);color:var(--ink3);font-size:.8125rem}td.wide::before{display:block}td>*{grid-column:2}td.wide>*{grid-column:auto}td:empty{display:none}.chart{font-size:26px}.chart .now{font-size:28px}.bars li{grid-template-columns:1fr}main{padding-top:1.5rem}section{margin-top:3rem}}
.draft::before{content:"DRAFT";position:fixed;inset:0;display:grid;place-items:center;font-size:min(30vw,15rem);font-weight:600;letter-spacing:.08em;color:var(--faintest);transform:rotate(-54deg);z-index:-1;pointer-events:none}
@media print{nav,.skip{display:none}body{background:#fff;font-size:10pt}main{max-width:none;padding:0}section{break-before:page;margin-top:0}tr{break-inside:avoid}h3{break-after:avoid}thead{display:table-header-group}}
`.trim();
