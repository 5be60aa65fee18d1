extension DocsPage {
    /// Answers are only ever shown as text: names in them come from strangers. The token is kept
    /// in memory, and is gone with the page.
    static let script = #"""

        "use strict";
        let token = null;

        const signIn = document.getElementById("sign-in");
        signIn.hidden = false;
        signIn.addEventListener("submit", async (event) => {
          event.preventDefault();
          const output = signIn.querySelector("output");
          output.textContent = "…";
          try {
            const reply = await fetch("/api/v1/auth/login", {
              method: "POST",
              headers: { "Content-Type": "application/json" },
              body: JSON.stringify({
                username: signIn.elements.username.value,
                password: signIn.elements.password.value,
              }),
            });
            const body = await reply.json();
            token = reply.ok ? body.access_token : null;
            output.textContent = reply.ok
              ? "Signed in for " + Math.round(body.expires_in / 60) + " minutes."
              : body.detail;
          } catch (error) {
            output.textContent = String(error);
          }
          signIn.elements.password.value = "";
        });

        for (const form of document.querySelectorAll("form.call")) {
          form.hidden = false;
          let running = null;
          form.addEventListener("submit", (event) => {
            event.preventDefault();
            if (running) running.abort();
            running = new AbortController();
            call(form, running.signal);
          });
          form.addEventListener("reset", (event) => {
            event.preventDefault();
            if (running) running.abort();
          });
        }

        async function call(form, signal) {
          const answer = form.querySelector(".answer");
          const stop = form.querySelector("button[type=reset]");
          answer.hidden = false;
          answer.textContent = "…";
          stop.hidden = false;
          try {
            const [address, options] = request(form);
            const reply = await fetch(address, { ...options, signal });
            await show(reply, answer, options.method + " " + address);
          } catch (error) {
            answer.append("\n" + error);
          }
          if (!signal.aborted) stop.hidden = true;
        }

        function request(form) {
          let address = form.dataset.path;
          const query = new URLSearchParams();
          for (const input of form.querySelectorAll("input")) {
            if (input.dataset.in === "path") {
              address = address.replace("{" + input.name + "}", encodeURIComponent(input.value));
            } else if (input.value !== "") {
              query.set(input.name, input.value);
            }
          }
          if (query.size > 0) address += "?" + query;
          const options = { method: form.dataset.method, headers: {} };
          if (token) options.headers.Authorization = "Bearer " + token;
          if (form.elements.body) {
            options.headers["Content-Type"] = "application/json";
            options.body = form.elements.body.value;
          }
          return [address, options];
        }

        async function show(reply, answer, asked) {
          const type = reply.headers.get("Content-Type") || "";
          answer.textContent = asked + "\n" + reply.status + " " + type + "\n\n";
          if (type.startsWith("text/event-stream")) {
            const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
            for (let part = await reader.read(); !part.done; part = await reader.read()) {
              answer.append(part.value);
            }
          } else if (type.startsWith("application/x-bittorrent")) {
            const link = document.createElement("a");
            link.href = URL.createObjectURL(await reply.blob());
            link.download = "enxame.torrent";
            link.textContent = "Save the .torrent";
            answer.append(link);
          } else {
            const text = await reply.text();
            try {
              answer.append(JSON.stringify(JSON.parse(text), null, 2));
            } catch {
              answer.append(text);
            }
          }
        }

        // A link to what is folded away opens it.
        function open() {
          const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
          if (target instanceof HTMLDetailsElement) target.open = true;
        }
        addEventListener("hashchange", open);
        open();

        """#
}
