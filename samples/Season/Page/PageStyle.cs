namespace Market.Samples.Page;

internal static class PageStyle
{
    public const string Css =
        """
        :root {
          --ground: #fbf9f4; --surface: #fff; --ink: #1d2a22; --quiet: #5b6a60; --line: #e3e0d6; --leaf: #1f6b43; --leaf-soft: #e4f1e8; --owed: #b3261e; --owed-soft: #fbe9e7;
          --m0: #1f6b43; --m1: #e0a030; --m2: #2f6fb3; --m3: #8d5aa8; --m4: #4cb8a4; --age0: #e8b4ad; --age1: #dd8a80; --age2: #cb564b; --age3: #96170f; --age4: #a79f92;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #121814; --surface: #1a221d; --ink: #e8efe9; --quiet: #9fb0a5; --line: #2b362f; --leaf: #6fcf97; --leaf-soft: #16301f; --owed: #ff8a80; --owed-soft: #3a1d1b;
            --m0: #4fae78; --m1: #f2c466; --m2: #6ea6e2; --m3: #bb8bd6; --m4: #8be3d3; --age0: #6f4340; --age1: #a35a54; --age2: #d6716a; --age3: #ff9a91; --age4: #7d8a82;
          }
        }
        * { box-sizing: border-box }
        body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
        main { max-width: 1120px; margin: 0 auto; padding: 1.5rem 1rem 3rem; display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr) }
        h1 { font-size: clamp(1.6rem, 5vw, 2.25rem); line-height: 1.2; margin: 0 }
        h2 { font-size: 1.125rem; line-height: 1.3; margin: 0 }
        p { margin: 0 }
        .quiet { color: var(--quiet); font-size: .875rem }
        .num { font-variant-numeric: tabular-nums; white-space: nowrap }
        .right { text-align: right }
        .owed { color: var(--owed) } .held { color: var(--leaf) }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
        .card { background: var(--surface); border: 1px solid var(--line); border-radius: 14px; padding: 1rem; margin: 0; min-width: 0 }
        .cards { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 10.5rem), 1fr)) }
        .cards h2 { font-size: .875rem; font-weight: 500; color: var(--quiet) }
        .big { font-size: 1.5rem; font-weight: 650; line-height: 1.4 }
        .charts { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr) }
        .plot { position: relative; height: 15rem; margin: 1rem 0 1.75rem; padding-left: 4rem }
        .plot svg { display: block; width: 100%; height: 100%; overflow: visible }
        .amounts span { position: absolute; left: 0; width: 3.5rem; text-align: right; transform: translateY(-50%); font-size: .75rem; color: var(--quiet); white-space: nowrap }
        .months { position: absolute; left: 4rem; right: 0; top: calc(100% + .35rem) }
        .months span { position: absolute; font-size: .75rem; color: var(--quiet) }
        .grid { stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke } .grid.zero { stroke: var(--quiet) }
        .area { opacity: .22 } .area.held { fill: var(--leaf) } .area.owed { fill: var(--owed) }
        .line { fill: none; stroke-width: 2; stroke-linejoin: round; vector-effect: non-scaling-stroke } .line.held { stroke: var(--leaf) } .line.owed { stroke: var(--owed) }
        .point { fill: transparent } .point:hover { fill: var(--ink); opacity: .08 }
        .m0 { fill: var(--m0); background: var(--m0) } .m1 { fill: var(--m1); background: var(--m1) } .m2 { fill: var(--m2); background: var(--m2) } .m3 { fill: var(--m3); background: var(--m3) } .m4 { fill: var(--m4); background: var(--m4) }
        .key { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .875rem }
        .key i { display: inline-block; width: .75rem; height: .75rem; border-radius: 3px; margin-right: .4rem } .key i.held { background: var(--leaf) } .key i.owed { background: var(--owed) }
        .bars { display: grid; grid-template-columns: minmax(6.5rem, max-content) minmax(0, 1fr) max-content; gap: .5rem .75rem; margin: 1rem 0 0; font-size: .875rem; align-items: center }
        .bars dt { color: var(--quiet) } .bars dd { display: contents } .bars .num { text-align: right }
        .bars svg { display: block; width: 100%; height: 1rem; border-radius: 4px } .bars .track { fill: var(--line); opacity: .45 }
        .bars .owed { fill: var(--owed) } .bars .held { fill: var(--leaf) } .bars .zero { fill: var(--quiet) }
        .age0 { fill: var(--age0) } .age1 { fill: var(--age1) } .age2 { fill: var(--age2) } .age3 { fill: var(--age3) } .age4 { fill: var(--age4) }
        table { width: 100%; border-collapse: collapse; font-size: .9375rem; margin-top: .5rem }
        th { font-size: .8125rem; font-weight: 600; color: var(--quiet); text-align: left } th.right { text-align: right }
        th, td { padding: .4rem .5rem; border-bottom: 1px solid var(--line) } th:first-child, td:first-child { padding-left: 0 } th:last-child, td:last-child { padding-right: 0 }
        tbody tr:last-child td { border-bottom: 0 } tfoot td { font-weight: 650; border-bottom: 0 } tfoot tr:first-child td { border-top: 2px solid var(--line) }
        .number { white-space: nowrap } th:last-child:has(.hidden) { width: 1% }
        .tag { display: inline-block; padding: .05rem .55rem; border-radius: 99px; font-size: .8125rem; font-weight: 600; white-space: nowrap }
        .tag.owed { background: var(--owed-soft) } .tag.held { background: var(--leaf-soft) } .tag.zero { background: var(--line); color: var(--quiet) }
        details { overflow-x: auto } details table { font-size: .8125rem }
        summary { font-weight: 650; cursor: pointer; min-height: 1.75rem }
        @media (max-width: 719px) { .wide { display: none } .plot { height: 12rem; padding-left: 3.25rem } .amounts span { width: 2.9rem } .months { left: 3.25rem } .cards { grid-template-columns: repeat(2, minmax(0, 1fr)) } .cards .card:last-child { grid-column: 1 / -1 } .big { font-size: 1.25rem } .number { display: block } }
        @media (min-width: 900px) { .charts { grid-template-columns: repeat(2, minmax(0, 1fr)) } }
        @media print { body { background: none } .card { break-inside: avoid } }
        """;
}
