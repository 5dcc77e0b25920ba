using Market.Bank.Matching;
using Market.Bank.Words;
using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Ledger.Payouts;
using Market.Payments.Banking.Cheques;
using Market.Payments.Banking.Statements;

namespace Market.Payments.Banking.Inbox;

/// <summary>Gathers all that lines are matched with, as it stands now.</summary>
public sealed class MatchBookReader(
    IOpenAccounts accounts,
    IClientAccounts known,
    IAnnouncedPayments announced,
    IMethodOperations operations,
    IProviderPayouts payouts,
    ChequeStore cheques,
    StatementStore store,
    IMarketTerms terms)
{
    private const int PageSize = 500;

    // A slip may wait for the bank, and what people recorded by hand for its line.
    private const int DaysAround = 45;

    // A transfer is called back within thirteen months at the latest.
    private const int DaysOfReturns = 400;

    /// <summary>Reads it for these lines.</summary>
    public async Task<MatchBook> ReadAsync(IReadOnlyList<LineRow> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 0)
        {
            return new MatchBook();
        }

        var currency = (await terms.GetAsync()).Currency;
        var (from, to) = (lines.Min(line => line.Day).AddDays(-DaysAround), lines.Max(line => line.Day).AddDays(DaysAround));
        return new MatchBook
        {
            Accounts = await AccountsAsync(lines, currency),
            Announced = await AnnouncedAsync(),
            Arrivals = await ArrivalsAsync(from, to),
            Recorded = await RecordedAsync(from),
            Posted = lines.All(line => line.Amount > 0) ? [] : [.. (await store.PostedSinceAsync(from.AddDays(-DaysOfReturns))).Select(line => new MatchPosted(line.LineId, line.ToLine(currency)))],
            Payers = await store.PayersAsync(),
        };
    }

    private async Task<IReadOnlyList<MatchAccount>> AccountsAsync(IReadOnlyList<LineRow> lines, Currency currency)
    {
        var open = (await accounts.ListAsync()).Select(account => new MatchAccount(account.Id, account.Number, account.Name, account.Reference, account.Balances.Confirmed, IsOpen: true)).ToList();

        // Of those that are closed only the references in question are asked for.
        var references = lines.SelectMany(line => ReferenceText.Find(line.Reference).Concat(ReferenceText.Find(line.EndToEndId)).Concat(ReferenceText.Find(line.Text))).ToHashSet(StringComparer.Ordinal);
        references.ExceptWith(open.Select(account => account.Reference));
        foreach (var chunk in references.Chunk(PageSize))
        {
            open.AddRange((await known.FindByReferencesAsync(chunk)).Values.Where(account => !account.IsOpen)
                .Select(account => new MatchAccount(account.Id, account.Number, string.Empty, account.Reference, Money.Zero(currency), IsOpen: false)));
        }

        return open;
    }

    private async Task<IReadOnlyList<MatchAnnounced>> AnnouncedAsync()
    {
        var all = new List<MatchAnnounced>();
        for (var count = await announced.CountAsync(); all.Count < count;)
        {
            var page = await announced.ListAsync(all.Count, PageSize);
            all.AddRange(page.Select(payment => new MatchAnnounced(payment.Id, payment.AccountId, payment.Method == BuiltInMethods.Transfer ? payment.Amount : Money.Zero(payment.Amount.Currency))));
            if (page.Count == 0)
            {
                break;
            }
        }

        return [.. all.Where(payment => payment.Amount.IsPositive)];
    }

    // Slips that went to the bank are among the payouts; those that somebody forgot to note are asked for too.
    private async Task<IReadOnlyList<MatchArrival>> ArrivalsAsync(DateOnly from, DateOnly to)
    {
        var shown = await store.ShownArrivalsAsync();
        var booked = (await payouts.OfDaysAsync(from, to)).Where(payout => payout.Movement is not PayoutMovement.Fees)
            .Select(payout => new MatchArrival(
                ArrivalKey.Of(payout.Method, payout.Id, payout.Movement),
                payout.Method == BuiltInMethods.Cheque ? ArrivalKind.Slip : ArrivalKind.Payout,
                payout.Method == BuiltInMethods.Cheque ? ArrivalKey.Number(payout.Id) : payout.Method,
                payout.Amount,
                payout.Day));
        var open = (await cheques.OpenSlipsAsync()).Select(slip => new MatchArrival(
            ArrivalKey.Of(BuiltInMethods.Cheque, slip.Reference, PayoutMovement.Arrived), ArrivalKind.Slip, ArrivalKey.Number(slip.Reference), slip.Sum, slip.MadeOn));
        return [.. booked.Concat(open).Where(arrival => !shown.Contains(arrival.Id))];
    }

    private async Task<IReadOnlyList<MatchRecorded>> RecordedAsync(DateOnly from)
    {
        var shown = await store.ShownOperationsAsync(from.AddDays(-DaysAround));
        var recorded = new Dictionary<string, MatchRecorded>(StringComparer.Ordinal);
        await foreach (var operation in operations.ReadAsync(BuiltInMethods.Transfer, from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)))
        {
            if (operation is { Kind: OperationKind.Payment, Amount.IsPositive: true } && !shown.Contains(operation.Id))
            {
                recorded[operation.Id] = new MatchRecorded(operation.Id, operation.AccountId, operation.Amount, operation.OccurredOn);
            }
            else if (operation.Reverses is { } reversed)
            {
                recorded.Remove(reversed);
            }
        }

        return [.. recorded.Values];
    }
}
