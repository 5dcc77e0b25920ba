using Market.Samples.Figures;

namespace Market.Samples;

/// <summary>The table of balances, for a terminal.</summary>
internal static class BalanceTable
{
    public static async Task WriteAsync(TextWriter output, SeasonFigures figures)
    {
        await output.WriteLineAsync($"\n{"client",-8}{"name",-22}{"orders",8}{"balance",14}  state");
        foreach (var row in figures.Rows)
        {
            await output.WriteLineAsync($"{row.Member.Number,-8}{row.Member.Name,-22}{row.Orders,8}{Euros.Text(row.Balance),14}  {row.State}");
        }

        await output.WriteLineAsync(
            $"\nowed {Euros.Text(figures.Owed)} by {figures.Owing} · held {Euros.Text(figures.Held)} for {figures.Holding} · settled {figures.Settled}\n");
    }
}
