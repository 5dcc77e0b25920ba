using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.Drivers;

public sealed class ClientAccountPartDisplayDriver(
    IMarketTerms terms,
    IClientAccounts accounts,
    IRefusalSentences sentences,
    UserManager<IUser> users,
    IStringLocalizer<ClientAccountPartDisplayDriver> S) : ContentPartDisplayDriver<ClientAccountPart>
{
    public override IDisplayResult Edit(ClientAccountPart part, BuildPartEditorContext context) =>
        Initialize<ClientAccountPartViewModel>(GetEditorShapeType(context), async model =>
        {
            model.Part = part;
            model.Name = part.Name;
            model.Login = part.UserId is { } userId && await users.FindByIdAsync(userId) is { } user ? user.UserName : null;
            model.Floor = part.FloorMinorUnits is { } floor ? new Money(floor, (await terms.GetAsync()).Currency).ForInput() : null;
            model.IsClosed = part.Status == AccountStatus.Closed;
        });

    public override async Task<IDisplayResult> UpdateAsync(ClientAccountPart part, UpdatePartEditorContext context)
    {
        var model = new ClientAccountPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix, m => m.Name, m => m.Login, m => m.Floor, m => m.IsClosed);
        var errors = context.Updater.ModelState;
        UpdateName(part, model, errors);
        await UpdateLoginAsync(part, model, errors);
        await UpdateFloorAsync(part, model, errors);
        await UpdateStatusAsync(part, model, errors);
        return Edit(part, context);
    }

    private void UpdateName(ClientAccountPart part, ClientAccountPartViewModel model, ModelStateDictionary errors)
    {
        part.Name = model.Name?.Trim();
        if (string.IsNullOrEmpty(part.Name))
        {
            errors.AddModelError(Prefix, nameof(model.Name), S["Please enter the client's name."]);
        }
        else if (part.Name.Length > ClientAccountPart.MaxNameLength)
        {
            errors.AddModelError(Prefix, nameof(model.Name), S["The name is longer than {0} characters.", ClientAccountPart.MaxNameLength]);
        }
    }

    private async Task UpdateLoginAsync(ClientAccountPart part, ClientAccountPartViewModel model, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(model.Login))
        {
            part.UserId = null;
            return;
        }

        var login = model.Login.Trim();
        if ((await users.FindByNameAsync(login) ?? await users.FindByEmailAsync(login)) is not User user)
        {
            errors.AddModelError(Prefix, nameof(model.Login), S["There is no user with this name or mail address."]);
        }
        else if (await accounts.FindByUserAsync(user.UserId) is { } other && other.Id != part.ContentItem.ContentItemId)
        {
            errors.AddModelError(Prefix, nameof(model.Login), S["This user already has the account {0}.", other.Number]);
        }
        else
        {
            part.UserId = user.UserId;
        }
    }

    private async Task UpdateFloorAsync(ClientAccountPart part, ClientAccountPartViewModel model, ModelStateDictionary errors)
    {
        if (string.IsNullOrWhiteSpace(model.Floor))
        {
            part.FloorMinorUnits = null;
            return;
        }

        var currency = (await terms.GetAsync()).Currency;
        var reading = AmountReader.Read(model.Floor, currency);
        if (reading.Amount is { } floor)
        {
            part.FloorMinorUnits = floor.MinorUnits;
        }
        else
        {
            errors.AddModelError(Prefix, nameof(model.Floor), sentences.For(reading.Fault!.Value, currency));
        }
    }

    private async Task UpdateStatusAsync(ClientAccountPart part, ClientAccountPartViewModel model, ModelStateDictionary errors)
    {
        if (!model.IsClosed)
        {
            part.Status = AccountStatus.Open;
        }
        else if (part.Status != AccountStatus.Closed && !(await accounts.GetBalanceAsync(part.ContentItem.ContentItemId)).IsZero)
        {
            errors.AddModelError(Prefix, nameof(model.IsClosed), S["Bring the balance to zero before you close the account."]);
        }
        else
        {
            part.Status = AccountStatus.Closed;
        }
    }
}
