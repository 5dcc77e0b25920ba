using Market.Ledger.Accounts;
using Market.Ledger.Amounts;
using Market.Ledger.Postings;

namespace Market.Ledger.Charges;

/// <summary>What a posting that is made for many accounts alike would do to one of them. Pure.</summary>
/// <param name="Account">The account's state before.</param>
/// <param name="After">The balance after, whether or not it may be posted.</param>
/// <param name="Refusal">Why the ledger would refuse it; none where it may be posted.</param>
/// <param name="Floor">The lowest balance that orders may lead to: the account's own, or the market's; none for no limit.</param>
public sealed record ChargedAccount(AccountHead Account, Money After, Refusal? Refusal, Money? Floor)
{
    /// <summary>
    /// Whether it takes the balance below the floor, or further below it. The ledger holds only orders to the floor: whoever charges many
    /// accounts at once decides this of each.
    /// </summary>
    public bool IsBelowFloor => After < Account.Balance && After < Floor;

    /// <summary>Judges the posting for an account.</summary>
    /// <param name="posting">The posting, for that account.</param>
    /// <param name="terms">The market's terms.</param>
    /// <param name="account">The account's state.</param>
    public static ChargedAccount Of(Posting posting, MarketTerms terms, AccountHead account)
    {
        ArgumentNullException.ThrowIfNull(posting);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(account);
        var refusal = PostingRules.Judge(posting, terms, account);
        var after = posting.Amount.Currency == account.Balance.Currency ? account.Balance + posting.Amount : account.Balance;
        return new ChargedAccount(account, after, refusal, account.Floor ?? terms.Floor);
    }
}
