using Market.Bank.Matching;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Banking.Statements;
using Market.Payments.Banking.ViewModels;

namespace Market.Payments.Banking.Inbox;

/// <summary>Gathers what the page of one line shows.</summary>
public sealed class LinePages(StatementStore store, MatchBookReader books, InboxPages inbox, IOpenAccounts open, IClientAccounts accounts, IMarketTerms terms)
{
    private const int MostFound = 20;
    private const int DaysOfReturns = 400;

    public async Task<LineViewModel?> FindAsync(string lineId, string? search)
    {
        if (await store.FindLineAsync(lineId) is not { } line || await store.FindImportAsync(line.ImportId) is not { } import)
        {
            return null;
        }

        var currency = (await terms.GetAsync()).Currency;
        var shares = await store.SharesAsync(lineId);
        var names = await accounts.FindManyAsync([.. shares.Select(share => share.AccountId).Distinct(StringComparer.Ordinal)]);
        var model = new LineViewModel
        {
            Line = line,
            Import = import,
            Amount = new Money(line.Amount, currency),
            Search = search,
            Movement = line.MovementId == line.LineId ? null : await store.FindLineAsync(line.MovementId),
            Credited = [.. shares.Select(share => new InboxAccount(share.AccountId, names.GetValueOrDefault(share.AccountId)?.Name ?? string.Empty, new Money(share.Amount, currency), null))],
            Left = new Money(line.Is(LineState.Posted) ? line.Amount - shares.Sum(share => share.Amount) : 0, currency),
        };
        if (line.Is(LineState.Waiting))
        {
            await ProposeAsync(model, currency);
        }

        return model;
    }

    /// <summary>What a person's division of a line comes to: announced transfers are received by it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="parts">How much of it each account gets.</param>
    public async Task<Decision> DivideAsync(LineRow line, IEnumerable<(string AccountId, Money Amount)> parts)
    {
        ArgumentNullException.ThrowIfNull(line);
        var matcher = new Matcher(await books.ReadAsync([line]));
        return new Decision(line.LineId) { Shares = [.. parts.SelectMany(part => matcher.Assign(part.AccountId, part.Amount))] };
    }

    private async Task ProposeAsync(LineViewModel model, Currency currency)
    {
        var line = model.Line;
        model.Proposal = (await inbox.WaitingAsync(line.ImportId)).FirstOrDefault(told => told.Line.LineId == line.LineId)?.Proposal;
        if (line.Amount < 0)
        {
            model.MayTakeBack = [.. (await store.PostedSinceAsync(line.Day.AddDays(-DaysOfReturns))).Where(posted => posted.Amount == -line.Amount && posted.Day <= line.Day).Take(MostFound)];
            return;
        }

        var matcher = new Matcher(await books.ReadAsync([line]));
        var sought = NameText.Fold(model.Search);
        var hints = (model.Proposal?.Hints ?? []).Concat(model.Proposal?.Shares.Select(share => share.AccountId) ?? []).ToHashSet(StringComparer.Ordinal);
        model.Choices = [.. (await open.ListAsync())
            .Where(account => sought.Length > 0 ? account.Search.Contains(sought, StringComparison.Ordinal) : hints.Contains(account.Id))
            .Take(MostFound)
            .Select(account => new LineChoice(account, account.Balances.Confirmed, matcher.RecordedFor(account.Id, line.ToLine(currency))))];
    }
}
