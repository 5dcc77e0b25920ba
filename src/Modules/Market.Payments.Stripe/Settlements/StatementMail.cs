using System.Globalization;
using System.Text;
using Market.Ledger.Amounts;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Producers;
using Market.Payments.Stripe.ViewModels;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;

namespace Market.Payments.Stripe.Settlements;

/// <summary>Sends a producer their statement, as plain text.</summary>
public sealed class StatementMail(IEmailService email, StripeWords words, IStringLocalizer<StatementMail> S)
{
    /// <returns>Why it was not sent; null where it was.</returns>
    public async Task<string?> SendAsync(SettlementStatementViewModel model, string address)
    {
        ArgumentNullException.ThrowIfNull(model);
        var statement = model.Statement;
        var result = await email.SendAsync(new MailMessage
        {
            To = address,
            Subject = S["Settlement statement no. {0}, {1}", statement.Number, statement.ProducerName],
            TextBody = Text(model),
        });
        return result.Succeeded ? null : string.Join(' ', result.Errors.Select(error => error.Message.Value));
    }

    private string Text(SettlementStatementViewModel model)
    {
        var settlement = model.Statement.Settlement;
        var text = new StringBuilder();
        text.AppendLine(S["Settlement statement no. {0}, {1}", model.Statement.Number, model.Statement.ProducerName]).AppendLine();
        if (!settlement.Opening.IsZero)
        {
            Line(S["Carried from the last settlement"], settlement.Opening);
        }

        foreach (var line in settlement.Distributions)
        {
            text.AppendLine(model.NameOf(line.DistributionId));
            Line(S["Paid by card"], line.Received);
            Line(S["Commission, {0} %", Percentage.Text(line.CommissionBasisPoints)], -line.Commission);
            if (!line.Before.IsZero)
            {
                Line(S["Settled before"], -line.Before);
            }

            foreach (var order in model.Orders.Where(order => order.DistributionId == line.DistributionId))
            {
                text.AppendLine("    " + S["Client {0}: {1}, paid by card {2}", model.NumberOf(order), order.Total.ForPeople(), order.Received.ForPeople()]);
            }
        }

        text.AppendLine();
        text.AppendLine(string.Create(CultureInfo.CurrentCulture, $"  {S["Transfer"]}: {settlement.Transfer.ForPeople()} ({words.Settlement(model.Statement)})"));
        if (!settlement.Closing.IsZero)
        {
            Line(S["Left for the next settlement"], settlement.Closing);
        }

        return text.ToString();

        void Line(string label, Money amount) => text.AppendLine(string.Create(CultureInfo.CurrentCulture, $"  {label}: {amount.ForPeople()}"));
    }
}
