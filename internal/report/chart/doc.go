// Package chart draws figures as SVG text, once, for every edition of a
// report: HTML, PDF and DOCX show the same bytes.
//
// Each kind of chart is a struct that holds plain values and has a method
// SVG() string: Lines, Bars, Dots, Columns, Boxes, Spark and Map. The same
// struct always gives the same bytes. Nothing is fetched, and the SVG needs no
// script, no style sheet, no font file and no identifier, so that any number
// of charts may stand on one page.
//
// # What every chart keeps to
//
// The title is not drawn: the page gives it. It goes into <title>, and the
// description into <desc>, for readers who cannot see the chart (role="img", or
// "group" where marks have links, since nothing inside an image can be reached).
// Axis titles name the quantity and its unit. The drawing is 760 units wide, so
// that text is 11 or 12 pixels high in a column of that width, and it scales with
// the column. Numbers are grouped by commas.
//
// A class (a route, a nationality group, a country) has the same colour in every
// chart that is given the same Classes, whatever subset it shows. Colours
// are those of Okabe and Ito, "Color Universal Design" (2008), which
// readers with any common form of colour blindness can tell apart; beyond seven
// classes the rest is grey. Classes are also named where they are drawn, so that
// colour is never the only signal.
//
// Every mark has a tooltip and may have a link to its evidence and data-*
// attributes for the page (see Mark). The tabulator key stops at rows and columns;
// it passes by the hundreds of points of lines and maps.
//
// # Missing values
//
// NaN, an infinity, a value that the scale cannot show (zero on a logarithmic
// scale, a negative count in a stack) and an absent element are drawn as
// missing: a gap in a line, words in place of a bar, a crossed cell. They are
// never drawn as zero. A chart with nothing to draw says "No data". Text in
// place of a value (for instance "<5" where disclosure control withheld it)
// goes into the Text of a Bar or Cell.
//
// Text from outside is escaped; characters that XML forbids become U+FFFD.
package chart
