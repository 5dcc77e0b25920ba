using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Orders.Models;
using Market.Orders.ViewModels;
using Market.Payments;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace Market.Orders.Drivers;

/// <summary>Edits packaging on deposit.</summary>
public sealed class ReturnablePartDisplayDriver(IMarketTerms terms, IRefusalSentences sentences) : ContentPartDisplayDriver<ReturnablePart>
{
    public override IDisplayResult Edit(ReturnablePart part, BuildPartEditorContext context) =>
        Initialize<ReturnablePartViewModel>(GetEditorShapeType(context), async model =>
        {
            var currency = (await terms.GetAsync()).Currency;
            model.Deposit = context.IsNew ? string.Empty : new Money(part.DepositMinorUnits, currency).ForInput();
            model.Currency = currency.Code;
        });

    public override async Task<IDisplayResult> UpdateAsync(ReturnablePart part, UpdatePartEditorContext context)
    {
        var model = new ReturnablePartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        var currency = (await terms.GetAsync()).Currency;
        var reading = AmountReader.ReadPositive(model.Deposit, currency);
        if (reading.Amount is { } deposit)
        {
            part.DepositMinorUnits = deposit.MinorUnits;
        }
        else
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.Deposit), sentences.For(reading.Fault!.Value, currency));
        }

        return Edit(part, context);
    }
}
