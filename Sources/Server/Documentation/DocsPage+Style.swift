extension DocsPage {
    static let style = """

        :root { color-scheme: light dark; --ink: #1d1b16; --paper: #fdfcf8; --quiet: #6b665a;
          --line: #ddd8ca; --well: #f4f1e8; --accent: #8a5a00; --get: #1f6b3a; --post: #8a5a00;
          --change: #225a9c; --delete: #a32020; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e8e4d8; --paper: #17160f; --quiet: #a39c8a; --line: #38352a;
            --well: #201e16; --accent: #f0b64a; --get: #7fce97; --post: #f0b64a;
            --change: #8cb8ee; --delete: #f08a80; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; color: var(--ink);
          background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; }
        a { color: var(--accent); }
        code, pre, textarea { font-family: ui-monospace, monospace; font-size: .875rem; }
        h1 { margin: 0 0 .5rem; } h2 { margin: 2.5rem 0 .25rem; }
        h3 { margin: 1rem 0 .25rem; font-size: 1rem; }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
        details { border: 1px solid var(--line); border-radius: .375rem; margin: .5rem 0;
          padding: 0 .75rem; }
        details[open] { padding-bottom: .75rem; }
        summary { cursor: pointer; padding: .5rem 0; overflow-wrap: anywhere; }
        summary span { color: var(--quiet); }
        summary b { display: inline-block; min-width: 4.25rem; font-size: .8125rem; }
        .get { color: var(--get); } .post { color: var(--post); } .delete { color: var(--delete); }
        .put, .patch { color: var(--change); }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border-top: 1px solid var(--line); padding: .25rem .75rem .25rem 0;
          text-align: left; vertical-align: top; font-weight: normal; }
        small { color: var(--quiet); }
        pre { background: var(--well); border-radius: .375rem; padding: .75rem; overflow: auto;
          max-height: 30rem; white-space: pre-wrap; overflow-wrap: anywhere; }
        label { display: inline-block; margin: .25rem 1rem .25rem 0; color: var(--quiet); }
        label:has(textarea) { display: block; }
        input, textarea, button { font: inherit; color: inherit; background: var(--well);
          border: 1px solid var(--line); border-radius: .375rem; padding: .25rem .5rem; }
        textarea { display: block; width: 100%; font-family: ui-monospace, monospace;
          font-size: .875rem; }
        button { cursor: pointer; border-color: var(--accent); }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

        """
}
