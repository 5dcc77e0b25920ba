using Market.Ledger;
using Market.Ledger.Amounts;
using Market.Payments.Clients;
using Market.Payments.Models;
using Market.Payments.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
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
    ClientRules rules,
    AccountClosing closing,
    IRefusalSentences sentences,
    UserManager<IUser> users,
    IAuthorizationService authorization,
    IHttpContextAccessor http,
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
        })
        .RenderWhen(MayAsync);

    public override async Task<IDisplayResult> UpdateAsync(ClientAccountPart part, UpdatePartEditorContext context)
    {
        var errors = context.Updater.ModelState;

        // Whatever page this editor is part of: who has not the right to clients changes none.
        if (!await MayAsync())
        {
            errors.AddModelError(Prefix, string.Empty, S["You may not manage clients."]);
            return Edit(part, context);
        }

        var model = new ClientAccountPartViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix, m => m.Name, m => m.Login, m => m.Floor, m => m.IsClosed);
        UpdateName(part, model, errors);
        await UpdateLoginAsync(part, model, errors);
        await UpdateFloorAsync(part, model, errors);
        await UpdateStatusAsync(part, model, errors);
        return Edit(part, context);
    }

    private async Task<bool> MayAsync() =>
        http.HttpContext is { } context && await authorization.AuthorizeAsync(context.User, PaymentsPermissions.ManageClients);

    private void UpdateName(ClientAccountPart part, ClientAccountPartViewModel model, ModelStateDictionary errors)
    {
        part.Name = model.Name?.Trim();
        if (rules.JudgeName(part.Name) is { } fault)
        {
            errors.AddModelError(Prefix, nameof(model.Name), fault);
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
        else if (await rules.JudgeLoginAsync(part.ContentItem.ContentItemId, user.UserId) is { } fault)
        {
            errors.AddModelError(Prefix, nameof(model.Login), fault);
        }
        else
        {
            // One of the household who becomes the holder is no further login any more.
            part.UserId = user.UserId;
            part.FurtherLogins.RemoveAll(further => further.UserId == user.UserId);
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
        if (model.IsClosed && part.Status is not AccountStatus.Closed && await closing.WhyNotAsync(part.ContentItem.ContentItemId) is { Count: > 0 } reasons)
        {
            errors.AddModelError(Prefix, nameof(model.IsClosed), string.Join(' ', reasons));
            return;
        }

        part.Status = model.IsClosed ? AccountStatus.Closed : AccountStatus.Open;
    }
}
