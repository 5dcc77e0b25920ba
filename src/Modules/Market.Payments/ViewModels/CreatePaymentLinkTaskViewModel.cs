using System.ComponentModel.DataAnnotations;

namespace Market.Payments.ViewModels;

public class CreatePaymentLinkTaskViewModel
{
    [Required]
    public string AccountId { get; set; } = string.Empty;
}
