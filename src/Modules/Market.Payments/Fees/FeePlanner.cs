using Market.Ledger;
using Market.Ledger.Accounts;
using Market.Ledger.Charges;
using Market.Payments.Models;
using Market.Payments.Storage;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Payments.Fees;

/// <summary>Works out what a run would post, account by account.</summary>
public sealed class FeePlanner(
    FeeRuns runs,
    IMarketTerms terms,
    IRefusalSentences sentences,
    ISession session,
    LedgerTables tables,
    IStringLocalizer<FeePlanner> S)
{
    /// <summary>What it would post now, for a person to look at: nothing is locked.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="of">The run that is decided on, which does not stand in its own way.</param>
    public async Task<FeePlan> PreviewAsync(FeeRequest request, FeeRun? of = null)
    {
        var currency = (await terms.GetAsync()).Currency;
        var rows = await tables.QueryAsync<AccountRow>(session, AccountRow.Select(tables));
        return await PlanAsync(request, rows.Select(row => row.ToHead(currency)).ToDictionary(head => head.AccountId, StringComparer.Ordinal), of);
    }

    /// <summary>What it posts to accounts in these states.</summary>
    public async Task<FeePlan> PlanAsync(FeeRequest request, IReadOnlyDictionary<string, AccountHead> heads, FeeRun? of)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(heads);
        var market = await terms.GetAsync();
        var standing = await StandingAsync(request.NameHash, of);
        var lines = new List<FeePlanLine>();
        foreach (var accountId in request.AccountIds.Distinct(StringComparer.Ordinal))
        {
            // One that is deleted since has no line to show.
            if (heads.GetValueOrDefault(accountId) is { } head)
            {
                var charged = ChargedAccount.Of(request.For(accountId, string.Empty, "preview"), market, head);
                lines.Add(new FeePlanLine(
                    accountId,
                    head.Balance,
                    charged.After,
                    charged.IsBelowFloor,
                    standing.GetValueOrDefault(accountId) ?? (charged.Refusal is { } refusal ? sentences.For(refusal) : null)));
            }
        }

        return new FeePlan(request, lines);
    }

    /// <summary>The accounts that a name is charged to, or proposed for, each with the sentence that says so.</summary>
    public async Task<IReadOnlyDictionary<string, string>> StandingAsync(string nameHash, FeeRun? except = null)
    {
        var (posted, proposed) = (S["Posted under this name already."].Value, S["Proposed under this name already."].Value);
        return (await runs.OfNameAsync(nameHash))
            .Where(run => run.RunId != except?.RunId && run.State is (FeeRunState.Posted or FeeRunState.Proposed))
            .SelectMany(run => run.Lines.Select(line => (line.AccountId, Says: run.State == FeeRunState.Posted ? posted : proposed)))
            .GroupBy(line => line.AccountId, StringComparer.Ordinal)
            .ToDictionary(account => account.Key, account => account.First().Says, StringComparer.Ordinal);
    }
}
