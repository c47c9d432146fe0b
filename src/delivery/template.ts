/**
 * The HTML part, as one handlebars source. Tables and inline styles, and the comments that only Outlook reads, because
 * Outlook lays out with Word; classes only for what a dark screen changes, because Gmail may drop the style block.
 * Nothing is fetched. Two braces escape; three stand for our own style sheet alone.
 */
export const template = `<!doctype html>
<html lang="{{tag}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>{{subject}}</title>
<style>{{{darkStyle}}}</style>
</head>
<body class="page" style="{{css.page}}">
<div style="{{css.preview}}">{{lead}}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="{{css.page}}">
<tr><td align="center" style="padding:12px 8px;">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" border="0" style="{{css.sheet}}">

<tr><td style="padding:18px 18px 6px;">
<h1 class="ink" style="{{css.title}}">{{title}}</h1>
<p class="soft" style="{{css.lead}}">{{lead}}</p>
</td></tr>

{{#each cautions}}
<tr><td style="padding:6px 18px;">{{#> box}}<td class="caution" style="{{@root.css.caution}}">{{this}}</td>{{/box}}</td></tr>
{{/each}}

{{#each groups}}
<tr><td style="padding:6px 18px;">{{#> box}}
<td class="well {{urgency}}" style="{{@root.css.box}}border-left:5px solid {{colour}};">
{{#if left}}<div class="{{urgency}}-ink" style="{{@root.css.left}}color:{{colour}};">{{left}}</div>{{/if}}
<div class="ink" style="{{@root.css.deadline}}">{{deadline}}</div>
{{#if note}}<div class="soft" style="{{@root.css.note}}">{{note}}</div>{{/if}}
{{#if tasks.length}}{{#> box}}
{{#each tasks}}
<td class="ink" style="{{@root.css.task}}">{{title}}</td>
{{#if done}}<td align="right" style="{{@root.css.done}}"><a class="ink line" href="{{done.url}}" style="{{@root.css.small}}">{{done.label}}</a></td>{{/if}}
{{#unless @last}}</tr><tr>{{/unless}}
{{/each}}
{{/box}}{{/if}}
</td>
{{/box}}</td></tr>
{{/each}}

{{#each links}}
<tr><td style="padding:8px 18px 4px;"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td bgcolor="#1f5fa8" style="{{@root.css.mainCell}}"><a href="{{url}}" style="{{@root.css.main}}">{{label}}</a></td>
</tr></table></td></tr>
{{/each}}
{{#if answers.length}}
<tr><td style="padding:4px 18px 8px;"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
{{#each answers}}
<td class="line" style="{{@root.css.plainCell}}"><a class="ink" href="{{url}}" style="{{@root.css.plain}}">{{label}}</a></td>
{{#unless @last}}<td width="8">&nbsp;</td>{{/unless}}
{{/each}}
</tr></table></td></tr>
{{/if}}

{{#each sections}}
<tr><td style="padding:8px 18px 4px;">
<h2 class="ink" style="{{@root.css.label}}">{{label}}</h2>
<ul class="ink" style="{{@root.css.list}}">{{#each lines}}<li style="{{@root.css.item}}">{{this}}</li>{{/each}}</ul>
</td></tr>
{{/each}}

{{#each remember}}
<tr><td style="padding:8px 18px;"><p class="ink" style="{{@root.css.text}}">{{this}}</p></td></tr>
{{/each}}

{{#if answer}}
<tr><td style="padding:8px 18px 4px;"><p class="soft" style="{{css.note}}">{{answer}}</p></td></tr>
{{/if}}
{{#if commands.length}}
<tr><td style="padding:8px 18px 4px;">
<p class="ink" style="{{css.text}}">{{labels.done}}{{#each commands}}<br><code class="ink" style="{{@root.css.code}}">{{this}}</code>{{/each}}</p>
</td></tr>
{{/if}}

<tr><td style="padding:10px 18px 18px;"><div class="soft line" style="{{css.why}}">
<strong>{{labels.why}}</strong>{{#each why}}<br>{{this}}{{/each}}<br><br>{{closing}}
</div></td></tr>

</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`;

/** A table of one row across the whole width, around what the caller puts into it. */
export const box = `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>{{> @partial-block}}</tr></table>`;
