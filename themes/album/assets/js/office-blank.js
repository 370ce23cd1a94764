// An empty form of a kind: what is asked, and room for it.
"use strict";
AlbumOffice.blank = ({title, fields, sections, tables}, words) => {
  const {cell, table} = AlbumOffice, heading = (level, text) => ({level, runs: [{text}]}), lines = Array(3).fill({runs: [{text: "\xa0"}]});
  const grid = (columns, count) => table("", [{isHead: true, cells: columns.map(cell)}, ...Array(count).fill({height: 600, cells: columns.map(() => cell(""))})]);
  const below = name => tables.filter(one => one.title === name).map(one => grid(one.columns, 8));
  return {notes: [], pictures: [], blocks: [
    heading(1, words.blankTitle.replace("{1}", title)), table("", fields.map(text => ({height: 600, cells: [{...cell(text), isHead: true}, cell("\xa0".repeat(120))]}))),
    ...tables.filter(one => !sections.includes(one.title)).flatMap(one => [heading(2, one.title), grid(one.columns, 12)]),
    ...sections.flatMap(name => [heading(2, name), ...below(name).concat(lines).slice(0, below(name).length || 3)]),
  ]};
};
