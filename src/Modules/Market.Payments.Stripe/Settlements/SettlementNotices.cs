using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Stripe.Settlements;

/// <summary>Says to whoever settled what became of the statements.</summary>
public sealed class SettlementNotices(INotifier notifier, StripeWords words, IHtmlLocalizer<SettlementNotices> H)
{
    /// <summary>Says what became of each statement.</summary>
    public async Task SayAsync(IReadOnlyList<SettlementStatement> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        foreach (var statement in statements)
        {
            var amount = statement.Settlement.Transfer.ForPeople();
            switch (statement.State)
            {
                case SettlementState.Transferred:
                    await notifier.SuccessAsync(H["{0}: {1} are transferred.", statement.ProducerName, amount]);
                    break;
                case SettlementState.Carried when statement.Settlement.Closing.IsZero:
                    await notifier.InformationAsync(H["{0}: there is nothing to transfer yet.", statement.ProducerName]);
                    break;
                case SettlementState.Carried:
                    await notifier.InformationAsync(H["{0}: nothing is transferred; {1} are left for the next settlement.", statement.ProducerName, statement.Settlement.Closing.ForPeople()]);
                    break;
                case SettlementState.Refused:
                    await notifier.ErrorAsync(H["{0}: the transfer of {1} was refused, and is tried again. {2}", statement.ProducerName, amount, words.Fault(statement.Fault!)]);
                    break;
                case SettlementState.Asked when statement.Fault is { Kind: StripeFaultKind.OtherMode or StripeFaultKind.NoKey }:
                    await notifier.ErrorAsync(H["{0}: the transfer of {1} was not asked for. {2}", statement.ProducerName, amount, words.Fault(statement.Fault)]);
                    break;
                default:
                    await notifier.WarningAsync(H["{0}: Stripe gave no answer about the transfer of {1}. The site finds out by itself; it is never made twice.", statement.ProducerName, amount]);
                    break;
            }
        }
    }
}
