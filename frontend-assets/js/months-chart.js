// Draws the table of months beside it; whoever cannot see the chart has the table.
const canvas = document.querySelector("canvas[data-months-chart]");
const table = canvas && document.getElementById(canvas.dataset.monthsChart);

if (table && window.Chart) {
  const rows = [...table.querySelectorAll("tbody tr[data-days]")];
  const style = getComputedStyle(document.documentElement);
  const color = (name) => style.getPropertyValue(name).trim();
  new window.Chart(canvas, {
    data: {
      labels: rows.map((row) => row.dataset.month),
      datasets: [
        { type: "bar", label: canvas.dataset.amountLabel, data: rows.map((row) => Number(row.dataset.amount)), backgroundColor: color("--accent"), yAxisID: "amount", maxBarThickness: 48, order: 2 },
        { type: "line", label: canvas.dataset.daysLabel, data: rows.map((row) => Number(row.dataset.days)), borderColor: color("--warn"), backgroundColor: color("--warn"), yAxisID: "days", order: 1 },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      plugins: { legend: { labels: { color: color("--ink") } } },
      scales: {
        x: { ticks: { color: color("--ink-soft") }, grid: { display: false } },
        amount: { beginAtZero: true, ticks: { color: color("--ink-soft") }, grid: { color: color("--line") } },
        days: { beginAtZero: true, position: "right", ticks: { color: color("--ink-soft"), precision: 0 }, grid: { display: false } },
      },
    },
  });
}
