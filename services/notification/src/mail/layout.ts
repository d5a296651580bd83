import handlebars from 'handlebars';
import type { Content } from '../domain/content.ts';

/** Tables and inline styles: what mail programs understand. Everything in braces is escaped. */
const HTML = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{subject}}</title></head>
<body style="margin:0;background:#f4f5f7;font-family:Arial,Helvetica,sans-serif;color:#1f2933">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px">
<table role="presentation" width="560" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:8px">
<tr><td style="padding:24px 32px 0;font-size:14px;color:#616e7c">{{brand}}</td></tr>
<tr><td style="padding:8px 32px"><h1 style="margin:0;font-size:22px">{{heading}}</h1></td></tr>
{{#each paragraphs}}<tr><td style="padding:8px 32px;font-size:16px;line-height:1.5">{{this}}</td></tr>
{{/each}}
{{#if facts.length}}<tr><td style="padding:8px 32px"><table role="presentation" cellpadding="0" cellspacing="0" style="font-size:15px">
{{#each facts}}<tr><td style="padding:4px 16px 4px 0;color:#616e7c;vertical-align:top">{{this.[0]}}</td><td style="padding:4px 0">{{this.[1]}}</td></tr>
{{/each}}</table></td></tr>{{/if}}
{{#if action}}<tr><td style="padding:16px 32px 32px"><a href="{{action.url}}" style="background:#1d4ed8;color:#ffffff;padding:12px 20px;border-radius:6px;text-decoration:none;display:inline-block">{{action.label}}</a></td></tr>
{{else}}<tr><td style="padding:0 0 24px"></td></tr>{{/if}}
</table></td></tr></table>
</body>
</html>
`;

const renderHtml = handlebars.compile(HTML, { strict: true });

/** A mail in both forms; the text says the same as the HTML. */
export function layOut(content: Content, brand: string): { html: string; text: string } {
  const { heading, paragraphs, facts, action } = content;
  const text = [
    heading,
    ...paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    action === undefined ? '' : `${action.label}: ${action.url}`,
    brand,
  ];
  return {
    html: renderHtml({ ...content, action, brand }),
    text: `${text.filter((part) => part !== '').join('\n\n')}\n`,
  };
}
