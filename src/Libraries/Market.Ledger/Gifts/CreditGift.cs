using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Ledger.Gifts;

/// <summary>Why credit is not given.</summary>
public enum GiftFault
{
    /// <summary>The market lets nobody give credit, or payments in another currency.</summary>
    NotAllowed,

    /// <summary>Giver and receiver are one account.</summary>
    ToOneself,

    /// <summary>It is more than the market lets be given at once.</summary>
    AboveLimit,

    /// <summary>It is more than the giver holds.</summary>
    BeyondCredit,
}

/// <summary>Credit that one member gives to another: two operations that cancel one another out, in one commit or not at all.</summary>
/// <param name="GiverId">The account it is taken from.</param>
/// <param name="ReceiverId">The account it is given to.</param>
/// <param name="Amount">How much. Positive.</param>
public sealed record CreditGift(string GiverId, string ReceiverId, Money Amount)
{
    /// <summary>The detail that names the number of the account at the other end.</summary>
    public const string OtherAccountDetail = "gift";

    private const string Given = "given";

    private const string Received = "received";

    /// <summary>Judges a gift; both accounts are locked.</summary>
    /// <param name="balance">The giver's confirmed balance.</param>
    /// <param name="most">The most that may be given at once; none where nobody may.</param>
    /// <returns>Why not; none where it may be given.</returns>
    public GiftFault? Judge(Money balance, Money? most) =>
        most is not { IsPositive: true } limit || limit.Currency != Amount.Currency || balance.Currency != Amount.Currency || !Amount.IsPositive ? GiftFault.NotAllowed
        : GiverId == ReceiverId ? GiftFault.ToOneself
        : Amount > limit ? GiftFault.AboveLimit
        : Amount > balance ? GiftFault.BeyondCredit
        : null;

    /// <summary>What is posted for it, the giver's side first: each names the number of the other account, and no person.</summary>
    /// <param name="giverNumber">The number of the giver's account.</param>
    /// <param name="receiverNumber">The number of the receiver's account.</param>
    /// <param name="memo">What the giver says to it; none for nothing.</param>
    /// <param name="day">The market's day.</param>
    /// <param name="userId">Who gives.</param>
    /// <param name="key">The key of the gift: each side has one of its own made of it.</param>
    public IReadOnlyList<Posting> Postings(string giverNumber, string receiverNumber, string? memo, DateOnly day, string userId, string key)
    {
        return [Side(GiverId, -Amount, receiverNumber, Given), Side(ReceiverId, Amount, giverNumber, Received)];

        Posting Side(string accountId, Money amount, string other, string end) => new()
        {
            AccountId = accountId,
            Kind = OperationKind.Transfer,
            Amount = amount,
            Details = new Dictionary<string, string>(StringComparer.Ordinal) { [OtherAccountDetail] = other },
            Memo = memo,
            OccurredOn = day,
            RecordedBy = userId,
            IdempotencyKey = KeyOf(key, end),
        };
    }

    /// <summary>The key of the giver's operation: where there is one, the gift was given.</summary>
    public static string GivenKey(string key) => KeyOf(key, Given);

    /// <summary>The key of the other side's operation: whoever takes back one side takes back both.</summary>
    /// <param name="operation">An operation.</param>
    /// <returns>None where the operation is no side of a gift.</returns>
    public static string? OtherSideKey(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (operation.Kind is not OperationKind.Transfer || operation.Reverses is not null || !operation.Details.ContainsKey(OtherAccountDetail))
        {
            return null;
        }

        var (given, received) = (KeyOf(string.Empty, Given), KeyOf(string.Empty, Received));
        var key = operation.IdempotencyKey;
        return key.EndsWith(given, StringComparison.Ordinal) ? KeyOf(key[..^given.Length], Received)
            : key.EndsWith(received, StringComparison.Ordinal) ? KeyOf(key[..^received.Length], Given)
            : null;
    }

    private static string KeyOf(string key, string end) => $"{key}:{end}";
}
