using Market.Ledger.Chain;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Books;

/// <summary>Says to a person how something in the books does not fit.</summary>
public sealed class FindingWords(IStringLocalizer<FindingWords> S)
{
    public string Say(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Misfit switch
        {
            Misfit.Unreadable => S["An operation cannot be read, or its index says something else."],
            Misfit.WrongAccount => S["An operation says it is on another account."],
            Misfit.WrongCurrency => S["An operation is in another currency."],
            Misfit.Gap => S["An operation is missing before this one."],
            Misfit.PlaceTaken => S["An operation stands at a place that was taken: it is there twice, was moved or inserted."],
            Misfit.WrongPrevious => S["An operation does not follow from the one before it."],
            Misfit.Changed => S["An operation was changed after it was posted."],
            Misfit.RecordedBackwards => S["An operation was recorded before the one before it."],
            Misfit.WrongVat => S["What an operation says by rates of VAT does not come to its amount."],
            Misfit.HeadMissing => S["An account has operations and no balance."],
            Misfit.HeadBalance => S["An account's balance is not the sum of its operations."],
            Misfit.HeadSequence or Misfit.HeadHash or Misfit.HeadRecordedAt => S["An account's last operation is not the one its balance counts: one was removed or added."],
            Misfit.HeadPending => S["An account's pending sum is not that of its announced payments."],
            Misfit.ClosingChanged => S["A closing was changed after it was made."],
            Misfit.ClosingPrevious => S["A closing does not follow from the one before it."],
            Misfit.ClosingGap => S["A closing is missing."],
            Misfit.ClosingTotals or Misfit.ClosingPerpetual => S["A closing's totals are not those of the operations."],
            Misfit.ClosingRoot => S["A closing does not hold the accounts as they were."],
            Misfit.YearFileChanged => S["The record of what a closed year keeps was changed after it was made."],
            Misfit.YearFilePrevious => S["The record of what a closed year keeps does not follow from the one before it."],
            Misfit.YearFileContent => S["What a closed year keeps is not what was kept."],
            Misfit.YearFileOperations => S["A closed year's kept journal does not say the operations that are dated in it."],
            Misfit.PayoutUnreadable => S["What is booked of a payout cannot be read, or its index says something else."],
            Misfit.PayoutGap => S["Something that was booked of a payout is missing, or is there twice, or was moved."],
            Misfit.PayoutChanged => S["What is booked of a payout was changed after it was booked."],
            Misfit.PayoutHead => S["The last thing booked of payouts is not the one that was noted: one was removed or added."],
            Misfit.DrawerUnreadable => S["An entry of a cash drawer cannot be read, or its index says something else."],
            Misfit.DrawerGap => S["An entry of a cash drawer is missing, or is there twice, or was moved."],
            Misfit.DrawerChanged => S["An entry of a cash drawer was changed after it was made."],
            Misfit.DrawerSum => S["An entry of a cash drawer does not add up with those before it."],
            Misfit.DrawerHead => S["The last entry of the cash drawers is not the one that was noted: one was removed or added."],
            Misfit.ReceiptGap => S["A receipt is missing, or its number was given twice."],
            Misfit.ReceiptChanged => S["A receipt was changed after it was issued."],
            Misfit.ReceiptHead => S["The last receipt is not the one that was noted: one was removed or added."],
            Misfit.ReceiptMoney => S["A receipt names a payment or a deposit that the ledger does not have, or not as the receipt says."],
            Misfit.DistributionClosingChanged => S["The closing of a distribution was changed after it was made."],
            Misfit.DistributionClosingMissing => S["A closing of a distribution is missing, or is there twice."],
            Misfit.ClientMissing => S["An account has operations and no client: its balance belongs to nobody."],
            Misfit.DistributionMissing => S["Orders are for a distribution of which nothing is left."],
            Misfit.SellerMissing => S["Statements are for a producer of whom nothing is left."],
            _ => throw new InvalidOperationException($"No words for {finding.Misfit}."),
        };
    }
}
