using Market.Payments.Counter.ViewModels;
using OrchardCore;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using QRCoder;

namespace Market.Payments.Counter.Page;

/// <summary>Shows members, on their own page, the code of their account's number, which the counter's camera reads.</summary>
public sealed class AccountCodeDisplayDriver : DisplayDriver<ClientAccount>
{
    private const int PixelsPerModule = 5;

    public override IDisplayResult Display(ClientAccount account, BuildDisplayContext context)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Initialize<AccountCodeViewModel>("AccountCode", model =>
        {
            using var data = QRCodeGenerator.GenerateQrCode(account.Number, QRCodeGenerator.ECCLevel.M);
            using var code = new SvgQRCode(data);
            model.Number = account.Number;
            model.Svg = code.GetGraphic(PixelsPerModule, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.WidthHeightAttribute);
        }).Location(OrchardCoreConstants.DisplayType.Detail, "Content:21");
    }
}
