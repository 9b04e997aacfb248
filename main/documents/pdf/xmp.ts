/**
 * The metadata that PDF/A wants twice, in the words of XMP (ISO 16684-1). pdfkit writes the same but without escaping,
 * so that a company called `A&B` would make the file invalid.
 */
export function writeXmp({ Title, Author, Subject, Creator, Producer, CreationDate, ModDate }: {
  Title: string; Author: string; Subject: string; Creator: string; Producer: string; CreationDate: Date; ModDate: Date
}): string {
  return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${seconds(CreationDate)}</xmp:CreateDate>
<xmp:ModifyDate>${seconds(ModDate)}</xmp:ModifyDate>
<xmp:CreatorTool>${escapeXml(Creator)}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(Title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(Author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(Subject)}</rdf:li></rdf:Alt></dc:description>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${escapeXml(Producer)}</pdf:Producer>
</rdf:Description>`
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function seconds(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}
