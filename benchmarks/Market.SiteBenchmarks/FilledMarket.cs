using System.Diagnostics;
using System.Globalization;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments;
using Market.Payments.Storage;
using Market.Rehearsal;
using Microsoft.Extensions.DependencyInjection;
using YesSql;

namespace Market.SiteBenchmarks;

/// <summary>
/// A made-up market of so many members and about so many operations, posted by the site's ledger through its bulk door. What was posted once
/// is not posted again: whoever stops it, and starts it again on the same data, goes on where it was. Of no operations, what is there is left as it is.
/// </summary>
internal sealed class FilledMarket(Site site, int members, long operations)
{
    private const int InACommit = 1_000;

    private const int AtOnce = 50;

    private static readonly DateOnly LastDistribution = new(2026, 11, 25);

    /// <summary>The members' accounts, by place.</summary>
    public IReadOnlyList<string> Accounts { get; private set; } = [];

    /// <param name="say">Told how far it is, from time to time.</param>
    public async Task FillAsync(Action<string> say)
    {
        Accounts = await OpenAsync(say);
        if (operations == 0)
        {
            return;
        }

        var (posted, watch) = (0L, Stopwatch.StartNew());
        foreach (var acts in new MarketPlan(PlanTerms.OfSize(seed: 15, members, operations, LastDistribution)).Tell().Where(MovesMoney).Chunk(InACommit))
        {
            if (!await IsPostedAsync(acts[^1]))
            {
                await PostAsync(acts);
            }

            posted += acts.Length;
            if (watch.Elapsed > TimeSpan.FromSeconds(5))
            {
                say(string.Create(CultureInfo.InvariantCulture, $"{posted:N0} of about {operations:N0} operations"));
                watch.Restart();
            }
        }

        say(string.Create(CultureInfo.InvariantCulture, $"{Accounts.Count:N0} members, {posted:N0} operations"));
    }

    private static bool MovesMoney(MarketAct act) => act is not (MarketAct.Announced or MarketAct.Over or MarketAct.Reminded or MarketAct.Departed);

    // They are opened in the order of their places, and have their numbers in the order that they were opened in.
    private async Task<IReadOnlyList<string>> OpenAsync(Action<string> say)
    {
        var accounts = new List<string>(await site.InScopeAsync(services =>
        {
            var tables = services.GetRequiredService<LedgerTables>();
            return tables.QueryAsync<string>(services.GetRequiredService<ISession>(), $"SELECT [AccountId] FROM {tables.Clients} WHERE [UserId] IS NULL ORDER BY [Id]");
        }));
        while (accounts.Count < members)
        {
            accounts.AddRange(await site.OpenAccountsAsync([.. Enumerable.Range(accounts.Count, Math.Min(2_500, members - accounts.Count)).Select(Cast.NameOf)]));
            say(string.Create(CultureInfo.InvariantCulture, $"{accounts.Count:N0} of {members:N0} members"));
        }

        return [.. accounts.Take(members)];
    }

    private Task<bool> IsPostedAsync(MarketAct act) => site.InScopeAsync(async services =>
        await services.GetRequiredService<ILedgerStore>().FindByKeyAsync(act is MarketAct.Ordered order ? ActPoster.OrderKey(order) : act.Key) is not null);

    private Task<bool> PostAsync(IReadOnlyCollection<MarketAct> acts) => site.InScopeAsync(scope => scope.GetRequiredService<IUnitOfWork>().RunAsync(
        async services =>
        {
            var bulk = services.GetRequiredService<IBulkWork>();
            var places = new MarketPlaces(member => Accounts[member], distribution => FormattableString.Invariant($"distribution-{distribution}"), Currency.Euro, "clerk")
            {
                DetailsOf = DetailsOf,
            };
            var poster = new ActPoster(services.GetRequiredService<ILedger>(), services.GetRequiredService<ILedgerStore>(), places);
            foreach (var some in acts.Chunk(AtOnce))
            {
                foreach (var act in some)
                {
                    await poster.PostAsync(act);
                }

                await bulk.LetGoAsync();
            }

            return true;
        },
        _ => true));

    private static Dictionary<string, string> DetailsOf(MarketAct.Paid paid) => paid.Method switch
    {
        BuiltInMethods.Cheque => new() { ["cheque-number"] = paid.Number, ["cheque-bank"] = "La Banque" },
        BuiltInMethods.CardTerminal => new() { ["terminal-ticket"] = paid.Number },
        BuiltInMethods.Transfer => new() { ["transfer-reference"] = "VIR SEPA " + paid.Number },
        _ => [],
    };
}
