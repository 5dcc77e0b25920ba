using Market.Ledger;
using Market.Ledger.Allocations;
using Market.Ledger.Amounts;
using Market.Ledger.Online;
using Market.Payments.Stripe.Gateway;
using Market.Payments.Stripe.Models;
using Market.Payments.Stripe.ViewModels;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Market.Payments.Stripe.Checkout;

/// <summary>Makes the form to pay by card, and reads it: what is owed comes from the books, never from the browser.</summary>
public sealed class CardForms(
    IClientAccounts accounts,
    IStatements statements,
    IAnnouncedPayments pending,
    IEnumerable<IOrderNames> shops,
    IMarketTerms terms,
    StripeKeyReader keys,
    IRefusalSentences sentences,
    IOptions<StripeOptions> options,
    IStringLocalizer<CardForms> S)
{
    /// <summary>The form for an account; null where the market takes no cards online at the moment.</summary>
    public async Task<CardFormViewModel?> BuildAsync(ClientAccount account, CardForm? sent = null, string? token = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        var market = await terms.GetAsync();
        var stripe = await keys.GetAsync();
        if (!account.IsOpen || !stripe.AreSet || market.FindOffered(StripeMethod.MethodName) is null)
        {
            return null;
        }

        var due = (await statements.ReadAsync(account.Id, 0, 1)).Balances.Due;
        var orders = await OpenOrdersAsync(account.Id);
        return new CardFormViewModel
        {
            Form = sent ?? new CardForm { Key = Guid.NewGuid().ToString("n"), Token = token, Pay = due.IsPositive ? CardForm.All : CardForm.Other },
            Due = due,
            Orders = orders,
            Names = await shops.FindAllAsync([.. orders.Select(order => order.OrderId)]),
            Settings = stripe.Settings,
            IsTest = stripe.IsLive is false,
            IsBooked = options.Value.Books(stripe.IsLive is true),
        };
    }

    /// <summary>Reads what is to be paid. Where something is wrong or must be pressed again, the model says so.</summary>
    public async Task<IReadOnlyList<OnlineShare>?> ReadAsync(CardFormViewModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var currency = (await terms.GetAsync()).Currency;
        var shares = Shares(model, currency);
        if (shares is null)
        {
            return null;
        }

        var credit = shares.Select(share => share.Amount).Aggregate((sum, amount) => sum + amount);
        if (!StripeAmounts.CanTake(credit))
        {
            model.Error = S["By card, only multiples of {0} can be paid.", StripeAmounts.Step(currency).ForPeople()];
        }
        else if (model.Settings.MinimumMinorUnits is { } minimum && credit.MinorUnits < minimum)
        {
            model.Error = S["By card, please pay {0} or more.", new Money(minimum, currency).ForPeople()];
        }
        else if (credit.MinorUnits > AmountReader.CeilingUnits * currency.MinorUnitsPerUnit)
        {
            model.Error = sentences.For(AmountFault.TooLarge, currency);
        }
        else if (model.Settings.SoftCapMinorUnits is { } cap && credit.MinorUnits > cap && !model.Form.Confirmed)
        {
            model.ToConfirm = credit + CardFee.On(credit, model.Settings);
        }

        return model.Error is null && model.ToConfirm is null ? shares : null;
    }

    // What is announced for an order is on its way, and would be paid twice.
    private async Task<IReadOnlyList<OrderStanding>> OpenOrdersAsync(string accountId)
    {
        var announced = (await pending.ListAsync(accountId)).ToLookup(payment => payment.OrderId, payment => payment.Amount);
        return [.. (await accounts.GetAllocationAsync(accountId)).Orders
            .Select(order => order with { Remaining = announced[order.OrderId].Aggregate(order.Remaining, (left, amount) => left - amount) })
            .Where(order => order.Remaining.IsPositive)];
    }

    private List<OnlineShare>? Shares(CardFormViewModel model, Currency currency)
    {
        if (!Guid.TryParseExact(model.Form.Key, "n", out _))
        {
            model.Error = S["This form is not complete. Please open it again."];
            return null;
        }

        switch (model.Form.Pay)
        {
            case CardForm.All when model.Due.IsPositive:
                return [new OnlineShare(model.Due)];
            case CardForm.All:
                model.Error = S["You owe nothing any more."];
                return null;
            case CardForm.Chosen:
                return Orders(model);
            case CardForm.Other:
                var reading = AmountReader.ReadPositive(model.Form.Amount, currency);
                model.Error = reading.Fault is { } fault ? sentences.For(fault, currency) : null;
                return reading.Amount is { } amount ? [new OnlineShare(amount)] : null;
            default:
                model.Error = S["Please choose what to pay."];
                return null;
        }
    }

    private List<OnlineShare>? Orders(CardFormViewModel model)
    {
        var ids = (model.Form.Orders ?? []).Distinct(StringComparer.Ordinal).ToList();
        var chosen = model.Orders.Where(order => ids.Contains(order.OrderId, StringComparer.Ordinal)).ToList();
        if (ids.Count == 0)
        {
            model.Error = S["Please tick an order."];
        }
        else if (chosen.Count < ids.Count)
        {
            model.Error = S["One of these orders is paid already. Please look at what is left."];
        }

        return model.Error is null ? [.. chosen.Select(order => new OnlineShare(order.Remaining, order.OrderId, order.DistributionId))] : null;
    }
}
