using System.Globalization;
using Market.Ledger;
using Market.Samples.Figures;
using Market.Samples.Play;

namespace Market.Samples.Page;

/// <summary>The season on one page, which needs no other file.</summary>
internal static class SeasonPage
{
    public static string Of(SeasonFigures figures, SeasonOptions options) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>A market's season</title>
        <style>
        {PageStyle.Css}
        </style>
        </head>
        <body>
        <main>
        <header>
        <h1>A market’s season</h1>
        <p class="quiet">{options.Members} members, {figures.Weeks.Count} markets from {Html.Day(figures.Weeks[0].Day)} to {Html.Day(figures.Weeks[^1].Day)}. Made up from seed {options.Seed}; every figure is worked out from the operations.</p>
        </header>
        {Cards(figures)}
        <section class="charts">
        <figure class="card">
        <figcaption><h2>Owed and held</h2><p class="quiet">What members have in reserve, above the line; what they owe, below it.</p></figcaption>
        {WeekChart.OwedAndHeld(figures.Weeks)}
        <ul class="key"><li><i class="held"></i>Held for members</li><li><i class="owed"></i>Owed to the market</li></ul>
        </figure>
        <figure class="card">
        <figcaption><h2>Takings by week</h2><p class="quiet">What was paid in and stood, by method. A payment reversed later is left out.</p></figcaption>
        {WeekChart.Stacked(figures.Weeks, figures.Takings)}
        <ul class="key">{string.Concat(figures.Takings.Select(Key))}</ul>
        </figure>
        <figure class="card">
        <figcaption><h2>Debts by age</h2><p class="quiet">What is still to pay, by how long ago it was ordered.</p></figcaption>
        {BarList.Of([.. figures.DebtsByAge.Select((age, i) => (age.Name, age.Value.MinorUnits / 100d, Euros.Text(age.Value), "age" + i))])}
        </figure>
        <figure class="card">
        <figcaption><h2>Where balances lie</h2><p class="quiet">How many members are how far from zero, in euros.</p></figcaption>
        {BarList.Of([.. figures.Distribution.Select(band => (band.Name, (double)band.Value, Euros.Number(band.Value), Style(band.Name)))])}
        </figure>
        </section>
        {Balances(figures)}
        {Movements(figures)}
        {Weekly(figures)}
        <footer class="quiet"><p>{Html.Text(figures.Check.Sentence)}. The same season is in the three journals written beside this page: FEC, hledger and CSV.</p></footer>
        </main>
        </body>
        </html>

        """;

    private static string Cards(SeasonFigures figures) => $"""
        <section class="cards" aria-label="At the end of the season">
        {Card("Owed to the market", Euros.Text(figures.Owed), $"by {Members(figures.Owing)}", "owed")}
        {Card("Held for members", Euros.Text(figures.Held), $"for {Members(figures.Holding)}", "held")}
        {Card("Settled", Members(figures.Settled), "with a balance of zero", string.Empty)}
        {Card("Paid in", Euros.Text(figures.Taken), $"over {figures.Weeks.Count} weeks", string.Empty)}
        {Card("The books", figures.Check.Holds ? "In order" : "Not in order", $"{Euros.Number(figures.Check.Operations)} operations, all recomputed", figures.Check.Holds ? "held" : "owed")}
        </section>
        """;

    private static string Card(string name, string value, string about, string style) =>
        $"<div class=\"card\"><h2>{name}</h2><p class=\"big num {style}\">{value}</p><p class=\"quiet\">{about}</p></div>";

    private static string Members(int count) => count == 1 ? "1 member" : Euros.Number(count) + " members";

    private static string Key(MethodTakings takings, int place) =>
        $"<li><i class=\"m{place}\"></i>{Html.Text(takings.Method.Label)} <span class=\"num quiet\">{Euros.Text(Euros.Of(takings.Cents.Sum()))}</span></li>";

    private static string Style(string band) => band[0] switch { 'o' => "owed", 'h' => "held", _ => "zero" };

    private static string Balances(SeasonFigures figures) => $"""
        <section class="card">
        <h2>Balances</h2>
        <table>
        <thead><tr><th>Client</th><th class="right wide">Orders</th><th class="right wide">Ordered</th><th class="wide">Oldest unpaid</th><th class="right">Balance</th><th><span class="hidden">State</span></th></tr></thead>
        <tbody>
        {string.Join('\n', figures.Rows.Select(Row))}
        </tbody>
        </table>
        </section>
        """;

    private static string Row(BalanceRow row)
    {
        var style = row.Balance.IsNegative ? "owed" : row.Balance.IsPositive ? "held" : "zero";
        var oldest = row.Oldest is { } day ? Html.Day(day) : "–";
        return $"<tr><td>{Html.Text(row.Member.Name)} <span class=\"quiet number\">{Html.Text(row.Member.Number)}</span></td><td class=\"right num wide\">{row.Orders}</td><td class=\"right num wide\">{Euros.Text(row.Ordered)}</td><td class=\"wide num\">{oldest}</td><td class=\"right num {style}\">{Euros.Text(row.Balance)}</td><td><span class=\"tag {style}\">{row.State}</span></td></tr>";
    }

    // The proof a treasurer asks for: all that was posted, down to what members have and owe.
    private static string Movements(SeasonFigures figures) => $"""
        <section class="card">
        <h2>From the first operation to these balances</h2>
        <table>
        <thead><tr><th>What was posted</th><th class="right">How often</th><th class="right">Sum</th></tr></thead>
        <tbody>
        {string.Join('\n', figures.Kinds.Select(kind => $"<tr><td>{Word(kind.Kind)}</td><td class=\"right num\">{Euros.Number(kind.Count)}</td><td class=\"right num\">{Euros.Text(kind.Sum)}</td></tr>"))}
        </tbody>
        <tfoot>
        <tr><td>All operations</td><td class="right num">{Euros.Number(figures.Kinds.Sum(kind => kind.Count))}</td><td class="right num">{Euros.Text(Euros.Of(figures.Kinds.Sum(kind => kind.Sum.MinorUnits)))}</td></tr>
        <tr><td>Held less owed</td><td></td><td class="right num">{Euros.Text(figures.Held - figures.Owed)}</td></tr>
        </tfoot>
        </table>
        <p class="quiet">Beside these, {Euros.Number(figures.RefusedOrders)} orders were refused at the floor of the balance, and {Euros.Number(figures.Repeated)} requests that came twice were posted once.</p>
        </section>
        """;

    private static string Word(OperationKind kind) => kind switch
    {
        OperationKind.OpeningBalance => "Opening balances",
        OperationKind.Order => "Orders, their changes and cancellations",
        OperationKind.Payment => "Payments",
        OperationKind.Refund => "Refunds",
        OperationKind.Adjustment => "Adjustments",
        OperationKind.Transfer => "Moved between clients",
        OperationKind.Fee => "Fees",
        OperationKind.WriteOff => "Debts given up",
        OperationKind.Deposit => "Deposits on packaging",
        OperationKind.Reversal => "Reversals of mistakes and bounced cheques",
        _ => kind.ToString(),
    };

    private static string Weekly(SeasonFigures figures) => $"""
        <details class="card">
        <summary>The figures week by week</summary>
        <table>
        <thead><tr><th>Market</th><th class="right wide">Orders</th>{string.Concat(SampleMethod.Offered.Select(method => $"<th class=\"right wide\">{Html.Text(method.Label)}</th>"))}<th class="right">Paid in</th><th class="right">Owed</th><th class="right">Held</th></tr></thead>
        <tbody>
        {string.Join('\n', figures.Weeks.Select((week, i) => Week(week, figures.Takings, i)))}
        </tbody>
        </table>
        </details>
        """;

    private static string Week(WeekFigures week, IReadOnlyList<MethodTakings> takings, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"<tr><td class=\"num\">{Html.Day(week.Day)}</td><td class=\"right num wide\">{week.Orders}</td>")
        + string.Concat(takings.Select(method => Cell(method.Cents[place], " wide")))
        + Cell(takings.Sum(method => method.Cents[place])) + Cell(week.Owed.MinorUnits) + Cell(week.Held.MinorUnits) + "</tr>";

    private static string Cell(long cents, string wide = "") => $"<td class=\"right num{wide}\">{Euros.Text(Euros.Of(cents))}</td>";
}
