using Market.Ledger.Amounts;
using Market.Ledger.Chain;
using Market.Ledger.Closings;
using Market.Ledger.Pending;

namespace Market.Ledger.InMemory;

/// <summary>Closes and verifies books that are in memory.</summary>
public static class InMemoryBooks
{
    /// <summary>Closes the periods that are due.</summary>
    /// <param name="store">The books.</param>
    /// <param name="calendar">The market's periods.</param>
    /// <param name="currency">The market's currency.</param>
    /// <param name="now">The time.</param>
    /// <returns>The new closings.</returns>
    /// <exception cref="BooksDoNotBalanceException">The books do not balance.</exception>
    public static async Task<IReadOnlyList<Closing>> CloseDueAsync(this InMemoryLedgerStore store, ClosingCalendar calendar, Currency currency, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(calendar);
        var last = new Dictionary<ClosingKind, Closing>();
        foreach (var kind in Enum.GetValues<ClosingKind>())
        {
            if (await store.FindLastClosingAsync(kind) is { } closing)
            {
                last[kind] = closing;
            }
        }

        var began = store.Operations.Count == 0 ? (DateTimeOffset?)null : store.Operations.Min(operation => operation.RecordedAt);
        var closings = new List<Closing>();
        foreach (var period in calendar.Due([.. last.Values], began, now))
        {
            var closing = Close(store, period, last.GetValueOrDefault(period.Kind), currency, now);
            await store.AddClosingAsync(closing);
            last[period.Kind] = closing;
            closings.Add(closing);
        }

        return closings;
    }

    /// <summary>Verifies the books.</summary>
    /// <param name="store">The books.</param>
    /// <param name="currency">The market's currency.</param>
    public static async Task<VerificationReport> VerifyAsync(this InMemoryLedgerStore store, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var verifier = new ChainVerifier(currency, store.Closings);
        foreach (var accountId in store.AccountIds)
        {
            var announced = store.PendingPayments.Where(payment => payment.AccountId == accountId && payment.State is PendingState.Announced).Sum(payment => payment.Amount.MinorUnits);
            verifier.Open(accountId, await store.LockAsync(accountId), announced);
            foreach (var operation in store.OperationsOf(accountId))
            {
                verifier.Add(operation);
            }
        }

        return verifier.Finish();
    }

    private static Closing Close(InMemoryLedgerStore store, ClosingPeriod period, Closing? previous, Currency currency, DateTimeOffset now)
    {
        using var draft = new ClosingDraft(period, previous, currency);
        foreach (var accountId in store.AccountIds)
        {
            var operations = store.OperationsOf(accountId).TakeWhile(operation => operation.RecordedAt < period.To).ToList();
            foreach (var operation in operations.Where(operation => period.Contains(operation.RecordedAt)))
            {
                draft.Add(operation);
            }

            if (operations is [.., var last])
            {
                draft.Add(new ClosedHead(accountId, last.Sequence, new Money(operations.Sum(operation => operation.Amount.MinorUnits), currency), last.Hash));
            }
        }

        return draft.Finish(now);
    }
}
