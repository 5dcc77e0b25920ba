using System.Text.Json;
using Market.Payments.Stripe.CardPayments;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Inbox;
using Market.Payments.Stripe.Models;

namespace Market.Payments.Stripe.Payouts;

/// <summary>Reads payouts, and asks Stripe what they are made of.</summary>
public sealed class PayoutReader(StripeGateway gateway, CardPaymentStore payments, MarketDays days)
{
    public async Task<Gathered> GatherAsync(Gathered gathered, JsonElement subject, DateTimeOffset at)
    {
        if (subject.Text("id") is not { } id || subject.Text("status") is not { } status || subject.Number("amount") is not { } amount)
        {
            return gathered with { Hold = HoldReason.Unreadable };
        }

        if (!StripeAmounts.TryRead(amount, subject.Text("currency"), out var money))
        {
            return gathered with { Hold = HoldReason.Currency, Detail = subject.Text("currency") };
        }

        var payout = new Payout
        {
            PayoutId = id,
            Status = status,
            StatusAt = at,
            IsPaid = status == "paid",
            Amount = money.Value,
            ArrivesOn = DateOnly.FromDateTime((subject.Time("arrival_date") ?? at).UtcDateTime),
        };

        payout.ReturnedOn = payout.IsReturned ? (await days.GetAsync())(at) : null;

        // Stripe says what a payout is made of once it is paid, and only of those it makes by itself. What it kept of the payments in one
        // that failed, it tells nowhere else.
        if ((payout.IsPaid || payout.IsReturned) && subject.Flag("automatic") is not false)
        {
            var answer = await gateway.ListAsync("balance_transactions", $"payout={Uri.EscapeDataString(id)}&expand[]=data.source");
            if (answer.Fault is not null)
            {
                return gathered with { IsForLater = true };
            }

            foreach (var transaction in answer.Items.Where(transaction => transaction.Text("type") is not "payout"))
            {
                payout.Lines.Add(await ReadAsync(transaction));
            }

            payout.IsShort = (payout.IsPaid || payout.Lines.Count > 0) && payout.Lines.Sum(line => line.Net) != payout.Amount.MinorUnits;
        }

        return gathered with { Payout = payout };
    }

    private async Task<PayoutLine> ReadAsync(JsonElement transaction)
    {
        var source = transaction.Object("source");
        var reference = source?.IdOf("payment_intent");
        return new PayoutLine
        {
            Kind = transaction.Text("reporting_category") ?? transaction.Text("type") ?? string.Empty,
            Source = transaction.IdOf("source"),
            PaymentId = reference is null ? null : await payments.FindIdByReferenceAsync(reference),
            Gross = InMinorUnits(transaction, "amount"),
            Fee = InMinorUnits(transaction, "fee"),
            Net = InMinorUnits(transaction, "net"),
        };
    }

    private static long InMinorUnits(JsonElement transaction, string name) =>
        transaction.Number(name) is { } amount && StripeAmounts.TryRead(amount, transaction.Text("currency"), out var money) ? money.Value.MinorUnits : 0;
}
