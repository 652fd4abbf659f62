"""The pages of a report: one painting path for the screen, PDF and PNG.

booklet.Booklet(evaluation, report, language, mono=False): count, paint(painter, index)
pdf.pages_of(evaluation, frozen, *, language="", mono=False)
picture.page_image(booklet, index, pixels), picture.write(path, booklet, index)
"""
