using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Pending;
using Market.Ledger.Returnables;
using Market.Ledger.Vat;

namespace Market.Ledger.Postings;

/// <summary>What may be posted: the rules that need no store. Pure.</summary>
public static class PostingRules
{
    /// <summary>The longest note or reason, in characters.</summary>
    public const int MaxMemoLength = 500;

    /// <summary>The longest detail, in characters.</summary>
    public const int MaxDetailLength = 140;

    /// <summary>The longest id of an order, a distribution or a clerk, in characters.</summary>
    public const int MaxIdLength = 40;

    /// <summary>The longest idempotency key, in characters.</summary>
    public const int MaxKeyLength = 200;

    /// <summary>Judges a posting against the market's terms and the account's state.</summary>
    /// <returns>Why not, or null where it may be posted.</returns>
    public static Refusal? Judge(Posting posting, MarketTerms terms, AccountHead account)
    {
        ArgumentNullException.ThrowIfNull(posting);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(account);
        return JudgeSold(posting, terms, account) ?? JudgeFloor(posting.Kind, posting.Amount, terms, account);
    }

    /// <summary>Judges a posting that no floor stops, for what is sold already.</summary>
    internal static Refusal? JudgeSold(Posting posting, MarketTerms terms, AccountHead account) =>
        JudgeAccount(terms, account)
        ?? JudgeAmount(posting, terms, account)
        ?? JudgeVat(posting)
        ?? JudgeTexts(posting)
        ?? JudgeDeposit(posting)
        ?? JudgeMethod(posting, terms)
        ?? OpenDays.Judge(posting.OccurredOn, terms, account);

    /// <summary>Judges whether anything at all may be posted to the account.</summary>
    /// <returns>Why not, or null where it may.</returns>
    public static Refusal? JudgeAccount(MarketTerms terms, AccountHead account)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(account);
        return !terms.PaymentsActive ? new Refusal(RefusalReason.PaymentsOff)
            : !account.IsOpen ? new Refusal(RefusalReason.AccountClosed)
            : null;
    }

    /// <summary>Judges what an order is to cost from now on, whatever is posted for it already.</summary>
    /// <returns>Why not, or null where the difference may be judged.</returns>
    public static Refusal? JudgeDebit(OrderDebit debit, MarketTerms terms, AccountHead account)
    {
        ArgumentNullException.ThrowIfNull(debit);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(account);
        return JudgeAccount(terms, account)
            ?? (debit.Total.Currency != terms.Currency || debit.Total.Currency != account.Balance.Currency ? new Refusal(RefusalReason.WrongCurrency) : null)
            ?? (debit.Total.IsNegative || debit.Total.MinorUnits > Ceiling(terms) ? new Refusal(RefusalReason.WrongAmount) { Field = nameof(OrderDebit.Total) } : null)
            ?? (debit.Vat is { } vat && (vat.Currency != debit.Total.Currency || vat.Gross != debit.Total) ? new Refusal(RefusalReason.WrongVat) { Field = nameof(OrderDebit.Vat) } : null)
            ?? (string.IsNullOrWhiteSpace(debit.OrderId) ? new Refusal(RefusalReason.DetailMissing) { Field = nameof(OrderDebit.OrderId) } : null);
    }

    /// <summary>
    /// Judges a payment that is announced: as the payment it will be, but what the method must carry may still come with the money.
    /// </summary>
    /// <returns>Why not, or null where it may be announced.</returns>
    public static Refusal? JudgeAnnouncement(Announcement announcement, MarketTerms terms, AccountHead account)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(account);
        var posting = announcement.AsPayment();
        return JudgeAccount(terms, account)
            ?? JudgeAmount(posting, terms, account)
            ?? JudgeTexts(posting)
            ?? (terms.FindOffered(posting.Method) is null ? new Refusal(RefusalReason.MethodNotOffered) : null)
            ?? (announcement.IsInHand ? null : JudgeRoom(posting, terms, account));
    }

    private static long Ceiling(MarketTerms terms) => AmountReader.CeilingUnits * terms.Currency.MinorUnitsPerUnit;

    private static Refusal? JudgeAmount(Posting posting, MarketTerms terms, AccountHead account)
    {
        if (posting.Amount.Currency != terms.Currency || posting.Amount.Currency != account.Balance.Currency)
        {
            return new Refusal(RefusalReason.WrongCurrency);
        }

        var ceiling = Ceiling(terms);
        var signFits = posting.Kind switch
        {
            OperationKind.Payment or OperationKind.WriteOff => posting.Amount.IsPositive,
            OperationKind.Refund or OperationKind.Fee => posting.Amount.IsNegative,
            OperationKind.OpeningBalance or OperationKind.Order or OperationKind.Adjustment or OperationKind.Transfer or OperationKind.Deposit => !posting.Amount.IsZero,
            _ => false,
        };
        return signFits && posting.Amount.MinorUnits >= -ceiling && posting.Amount.MinorUnits <= ceiling
            ? null
            : new Refusal(RefusalReason.WrongAmount) { Field = nameof(Posting.Amount) };
    }

    private static Refusal? JudgeVat(Posting posting) => VatPostings.IsMalformed(posting) ? new Refusal(RefusalReason.WrongVat) { Field = VatSplit.DetailName } : null;

    private static Refusal? JudgeTexts(Posting posting)
    {
        if (posting.Memo?.Length > MaxMemoLength)
        {
            return new Refusal(RefusalReason.TextTooLong) { Field = nameof(Posting.Memo) };
        }

        if (posting.Details.FirstOrDefault(detail => detail.Value.Length > MaxDetailLength && !(detail.Key == VatSplit.DetailName && VatSplit.IsOf(posting.Kind))) is { Key: { } field })
        {
            return new Refusal(RefusalReason.TextTooLong) { Field = field };
        }

        if (TooLongId(posting) is { } id)
        {
            return new Refusal(RefusalReason.TextTooLong) { Field = id };
        }

        if (!IsKey(posting.IdempotencyKey))
        {
            return new Refusal(RefusalReason.TextTooLong) { Field = nameof(Posting.IdempotencyKey) };
        }

        return NeedsReason(posting.Kind) && string.IsNullOrWhiteSpace(posting.Memo) ? new Refusal(RefusalReason.ReasonMissing) : null;
    }

    private static string? TooLongId(Posting posting) =>
        posting.OrderId?.Length > MaxIdLength ? nameof(Posting.OrderId)
        : posting.DistributionId?.Length > MaxIdLength ? nameof(Posting.DistributionId)
        : posting.RecordedBy.Length > MaxIdLength ? nameof(Posting.RecordedBy)
        : null;

    internal static bool IsKey(string key) => !string.IsNullOrWhiteSpace(key) && key.Length <= MaxKeyLength;

    /// <summary>Judges the reason of a correction as it is kept: what is nothing but controls says nothing.</summary>
    /// <returns>Why not, or null where it is one.</returns>
    public static Refusal? JudgeReason(string? reason) =>
        OneLine.OrNull(reason) is not { } kept ? new Refusal(RefusalReason.ReasonMissing)
        : kept.Length > MaxMemoLength ? new Refusal(RefusalReason.TextTooLong) { Field = nameof(Posting.Memo) }
        : null;

    private static bool NeedsReason(OperationKind kind) =>
        kind is OperationKind.Adjustment or OperationKind.WriteOff or OperationKind.Fee;

    private static Refusal? JudgeDeposit(Posting posting) =>
        posting.Kind is not OperationKind.Deposit ? null
        : ReturnableMove.Read(posting.Details) is not { } move ? new Refusal(RefusalReason.DetailMissing) { Field = ReturnableMove.ReturnableDetail }
        : move.Fits(posting.Amount) ? null
        : new Refusal(RefusalReason.WrongAmount) { Field = nameof(Posting.Amount) };

    private static Refusal? JudgeMethod(Posting posting, MarketTerms terms)
    {
        if (posting.Kind is not (OperationKind.Payment or OperationKind.Refund))
        {
            return posting.Method is null ? null : new Refusal(RefusalReason.MethodNotOffered);
        }

        if (terms.FindOffered(posting.Method) is not { } method)
        {
            return new Refusal(RefusalReason.MethodNotOffered);
        }

        if (posting.Kind is OperationKind.Refund)
        {
            return method.Refunds ? null : new Refusal(RefusalReason.MethodDoesNotRefund);
        }

        var missing = method.Fields.FirstOrDefault(field => field.Required && !posting.Details.ContainsKey(field.Name));
        return missing is null ? null : new Refusal(RefusalReason.DetailMissing) { Field = missing.Name };
    }

    // What somebody promises costs nothing to say, and stops reminders: it is held to what can be meant.
    private static Refusal? JudgeRoom(Posting posting, MarketTerms terms, AccountHead account)
    {
        if (terms.AnnouncementCap is not { } cap)
        {
            return null;
        }

        var (confirmed, pending) = account.Balances;
        var zero = Money.Zero(terms.Currency);
        var room = (confirmed.IsNegative ? confirmed.Abs() : zero) + cap - pending;
        return posting.Amount > room ? new Refusal(RefusalReason.AnnouncedTooMuch) { Room = room.IsNegative ? zero : room } : null;
    }

    // Only an order that adds to what is owed is stopped.
    internal static Refusal? JudgeFloor(OperationKind kind, Money amount, MarketTerms terms, AccountHead account)
    {
        if (kind is not OperationKind.Order || !amount.IsNegative || (account.Floor ?? terms.Floor) is not { } floor)
        {
            return null;
        }

        return account.Balance + amount < floor
            ? new Refusal(RefusalReason.BelowFloor) { Balance = account.Balance, Amount = amount, Floor = floor }
            : null;
    }
}
