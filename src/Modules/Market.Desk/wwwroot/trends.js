// Draws the charts of the market's trends. Without this script their tables say the same.
(() => {
  "use strict";
  const colours = ["#2f6fb0", "#d9822b", "#2b8a5f", "#9b1c16", "#7b5ea7", "#5c6b73", "#b0892f", "#c8507e"];
  const dashes = [[], [6, 4], [2, 3], [10, 4, 2, 4]];
  const drawn = [];

  const formatter = told => {
    const money = told.unit === "Money";
    const write = fewest => new Intl.NumberFormat(told.language, money
      ? { style: "currency", currency: told.currency, minimumFractionDigits: fewest, maximumFractionDigits: told.decimals }
      : { maximumFractionDigits: 0 });
    const [whole, exact] = [write(0), write(told.decimals)];
    return { scale: money ? 10 ** told.decimals : 1, text: value => exact.format(value), tick: value => (Number.isInteger(value) ? whole : exact).format(value) };
  };

  const dress = chart => {
    const style = getComputedStyle(document.body);
    const text = style.getPropertyValue("--bs-body-color").trim() || style.color;
    const line = style.getPropertyValue("--bs-border-color").trim();
    chart.options.plugins.legend.labels.color = text;
    for (const axis of ["x", "y"]) {
      chart.options.scales[axis].ticks.color = text;
      chart.options.scales[axis].grid.color = line;
    }
    chart.update("none");
  };

  const draw = section => {
    const block = section.querySelector("script[type='application/json']");
    if (!block) return;
    const told = JSON.parse(block.textContent);
    const { scale, text, tick } = formatter(told);
    const stacked = told.shape === "Stacked";
    const lines = told.shape === "Lines";
    const place = section.querySelector(".desk-chart");
    place.hidden = false;
    const chart = new Chart(place.querySelector("canvas"), {
      type: lines ? "line" : "bar",
      data: {
        labels: told.columns,
        datasets: told.series.map((series, index) => ({
          label: series.label,
          data: series.values.map(value => value === null ? null : value / scale),
          backgroundColor: colours[index % colours.length],
          borderColor: colours[index % colours.length],
          borderDash: lines ? dashes[index % dashes.length] : [],
          borderWidth: lines ? 2 : 0,
          pointRadius: lines ? 2 : 0,
          tension: 0,
        })),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        interaction: { mode: "index", intersect: false },
        plugins: {
          legend: { position: "bottom", labels: { boxWidth: 12 } },
          tooltip: { callbacks: { label: item => `${item.dataset.label}: ${text(item.parsed.y)}` } },
        },
        scales: {
          x: { stacked, grid: {}, ticks: { maxRotation: 60, autoSkip: true } },
          y: { stacked, grid: {}, beginAtZero: true, ticks: { callback: value => tick(value), precision: told.unit === "Money" ? undefined : 0 } },
        },
      },
    });
    dress(chart);
    drawn.push(chart);
  };

  document.querySelectorAll("[data-trend]").forEach(draw);
  new MutationObserver(() => drawn.forEach(dress)).observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });
})();
