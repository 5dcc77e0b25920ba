using System.ComponentModel.DataAnnotations;

namespace Market.Payments.ViewModels;

public class GetBalanceTaskViewModel
{
    [Required]
    public string AccountId { get; set; } = string.Empty;
}
