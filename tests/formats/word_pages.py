"""Long pages as Word lays them onto the clipboard, for what is measured and for the window's tests."""

from tests.formats.clip_pages import CLIPS

_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
_ITEM = """<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;mso-add-space:auto;
text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:
Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]><span lang=IN style='mso-ansi-language:IN'>Butir {number}: buku
bekas yang layak baca<o:p></o:p></span></p>

"""
_PARAGRAPH = """<p class=MsoNormal style='margin-bottom:0cm;line-height:150%'><span lang=IN
style='font-size:12.0pt;line-height:150%;font-family:"Times New Roman",serif;
mso-fareast-font-family:"Times New Roman";color:black;mso-ansi-language:IN'>Alinea {number}.
Warga Desa <b style='mso-bidi-font-weight:normal'>Sumber Arum</b> membangun <i
style='mso-bidi-font-style:normal'>perpustakaan</i> di atas rakit bambu seluas dua belas meter
persegi, dan <a href="https://tirta.example/{number}?utm_source=word"><span style='color:blue'>mencatat</span></a>
setiap buku yang dipinjam anak-anak dari tiga desa di tepi danau itu.<o:p></o:p></span></p>

"""
_HEADING = "<h2><span lang=IN style='mso-ansi-language:IN'>Bagian {number}<o:p></o:p></span></h2>\n\n"


def long_page(size: int) -> str:
    """A page of about so many signs: headings, paragraphs and lists, in the head and foot of a real one."""
    whole = (CLIPS / "word.html").read_text("utf-8")
    head, rest = whole.split(_START)
    foot = rest[rest.index(_END) :]
    parts = [head, _START, "\n\n"]
    length = len(head) + len(foot)
    number = 0
    while length < size:
        number += 1
        form = _HEADING if number % 12 == 1 else _ITEM if number % 12 in {5, 6, 7} else _PARAGRAPH
        parts.append(form.format(number=number))
        length += len(parts[-1])
    return "".join((*parts, foot))
