"""What a PDF says of itself: whose it is, its language and day, and by which rules it was made."""

from datetime import datetime
from xml.sax.saxutils import escape

from vcse_desktop.reports.letter import NOT_FOR_SHARING, Letter, mark_of
from vcse_desktop.reports.letters import printable
from vcse_desktop.reports.material import ReportInput

CREATOR = "VCSE Desktop"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{keywords}<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{schema}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
_SCHEMA = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of the standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def about(name: str, material: ReportInput | Letter) -> dict[str, str]:
    """Return the entries of the old kind. The author is the organisation, never a person."""
    when = material.issued.strftime("D:%Y%m%d%H%M%SZ")
    author = printable(material.organisation)
    said = {"/Title": name, "/Author": author, "/Creator": CREATOR}
    return {**said, "/CreationDate": when, "/ModDate": when}


def packet(name: str, material: ReportInput | Letter) -> bytes:
    """Return the same as XMP, and that it was made to PDF/UA-1 and PDF/A-2a."""
    words = f"<pdf:Keywords>{NOT_FOR_SHARING}</pdf:Keywords>\n" if mark_of(material) else ""
    return _PACKET.format(
        title=escape(name),
        author=escape(printable(material.organisation)),
        language=escape(material.language),
        keywords=words,
        creator=CREATOR,
        when=_day(material.issued),
        schema=_SCHEMA,
    ).encode("utf-8")


def _day(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
